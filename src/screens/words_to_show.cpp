#include <algorithm>
#include <span>

#include "large_keys.h"
#include "list.h"
#include "sentences.h"
#include "service_facts.h"

namespace halte {

Sentence const* sentence_of(std::string_view id) {
    for (std::span<Sentence const> const among : {std::span<Sentence const>(sentences), {sentences_alone}})
        for (Sentence const& one : among)
            if (one.id == id) return &one;
    return nullptr;
}

std::string number_to_call(ScreenContext& screen) {
    auto const seen = screen.directory.service(screen.visit.seen_service, screen.viewpoint);
    if (Phone const* const phone = seen ? first_phone(*seen) : nullptr) return phone->number;
    for (ServiceSummary const& line : screen.directory.general_lines(screen.viewpoint))
        if (line.phone) return line.phone->number;
    return "";
}

constexpr float wide_sentence = 36;

static LargeKey key_of(ScreenContext& screen, Sentence const& sentence) {
    bool const asks_to_whom = sentence.id == sentence_alone;
    Open const opens{asks_to_whom ? Screen::words_to_show : Screen::shown_words, std::string(sentence.id)};
    return {.icon = std::string(sentence.icon),
            .title = screen.directory.phrase(sentence.phrase, screen.viewpoint),
            .line = {},
            .what = opens,
            .size = screen.shape() == ShapeClass::small ? std::nullopt : std::optional(wide_sentence),
            .number = sentence.with_number ? number_to_call(screen) : ""};
}

/// All sentences but that which has no number to name.
static std::vector<LargeKey> keys_of(ScreenContext& screen, std::span<Sentence const> among) {
    std::vector<LargeKey> keys;
    for (Sentence const& sentence : among) {
        LargeKey key = key_of(screen, sentence);
        if (!sentence.with_number || !key.number.empty()) keys.push_back(std::move(key));
    }
    return keys;
}

static int columns_for(ScreenContext const& screen, float width, std::size_t count) {
    constexpr float narrowest_sentence = 430;
    bool const in_a_column = screen.shape() == ShapeClass::portrait || count <= sentences_alone.size();
    return in_a_column ? 1 : screen.columns(width, narrowest_sentence, 2);
}

void draw_words_to_show(ScreenContext& screen) {
    bool const to_whom = screen.visit.here().subject == sentence_alone;
    auto keys = to_whom ? keys_of(screen, sentences_alone) : keys_of(screen, sentences);
    draw_page(screen, {heading(screen)}, [&](Box const& box) {
        Flow flow(without_height(box));
        flow.add(screen.canvas.words(flow.rest(), screen.say(to_whom ? "show.to_whom" : "show.intro"),
                                     {.role = TypeRole::lead, .colour = Colour::ink_soft}));
        flow.skip(space::l);
        float const note = screen.canvas.measure([&] { return unreviewed_note(screen, box); });
        float const foot = space::xl + (note > 0 ? space::l + note : 0);
        Tiles const tiles =
            tiles_of(screen, flow.rest(), columns_for(screen, box.w, keys.size()), keys, box.h - flow.height() - foot);
        flow.add(draw_large_keys(screen, tiles, keys));
        if (note > 0) flow.skip(space::l).add(unreviewed_note(screen, flow.rest()));
        return flow.skip(space::xl).height();
    });
}

}  // namespace halte
