#include "shown.h"

#include <algorithm>

namespace halte {
namespace {

bool is_among(std::vector<SourceText> const& words, std::string_view id) {
    return std::ranges::find(words, id, &SourceText::words) != words.end();
}

bool shares(std::vector<SourceText> const& some, std::vector<SourceText> const& others) {
    return std::ranges::any_of(some, [&](SourceText const& each) { return is_among(others, each.words); });
}

bool shows_guidance(Sources const& sources, ProfileSource const& profile, std::string_view id) {
    auto const found =
        std::ranges::find_if(sources.guidance, [&](GuidanceSource const& each) { return each.id.words == id; });
    return found == sources.guidance.end() ||
           (!is_among(profile.left_out_guidance, id) && shares(found->situations, profile.situations));
}

/// "rape" of "situation.rape.title".
std::string_view middle(std::string_view id) {
    auto const first = id.find('.') + 1;
    return id.substr(first, id.rfind('.') - first);
}

}  // namespace

bool can_show(Sources const& sources, ProfileSource const& profile, Record const& record) {
    if (is_among(profile.left_out_services, record.id.words)) return false;
    if (record.audience == "authors") return profile.authors_door;
    bool const line = std::ranges::any_of(
        sources.lines, [&](LinesSource const& each) { return is_among(each.lines, record.id.words); });
    return line || is_among(profile.leading_services, record.id.words) || shares(record.situations, profile.situations);
}

bool can_show(Sources const& sources, ProfileSource const& profile, Phrase const& phrase) {
    std::string_view const id = phrase.id;
    if (id.starts_with("situation.")) return is_among(profile.situations, middle(id));
    if (id.starts_with("guidance.")) return shows_guidance(sources, profile, middle(id));
    return profile.authors_door || id.find(".authors") == std::string_view::npos;
}

RewordedSource const* rewording(ProfileSource const& profile, std::string_view general) {
    auto const found = std::ranges::find_if(profile.sentences,
                                            [&](RewordedSource const& each) { return each.general.words == general; });
    return found == profile.sentences.end() ? nullptr : &*found;
}

}  // namespace halte
