// A list of ten thousand services, generated: what a frame of it lays out, and that fingers, keys and the way back find
// all of it.
#include <doctest/doctest.h>
#include <halte/focus_order.h>

#include <algorithm>
#include <map>

#include "support/many_services.h"
#include "support/scenes.h"
#include "support/temporary_data.h"

using namespace halte;

namespace {

constexpr int many = 10'000;
/// On this screen a page has about ten.
constexpr std::ptrdiff_t most_on_a_frame = 80;

Directory const& long_directory() {
    static Directory const opened = [] {
        test::TemporaryData const data = test::TemporaryData::copy();
        test::add_many_services(data.path(), {.count = many});
        return Directory::open(data.snapshot_with_bytes()).value();
    }();
    return opened;
}

/// Somebody at a list of ten thousand.
struct LongPage {
    Terminal terminal = scenes::example_terminal(long_directory());
    Moment moment = scenes::example_moment(long_directory());
    Canvas canvas;
    Visit visit;
    Actions actions{};
    Instant now = Instant{} + std::chrono::hours(2);

    explicit LongPage(std::size_t shape = 1, std::string const& language = "fr", TextSize size = TextSize::normal)
        : canvas(Canvas::create(scenes::audited_shapes().at(shape).shape, icons_of(long_directory())).value()) {
        auto const all = scenes::scenes(long_directory(), terminal, language, size, {});
        visit = std::ranges::find(all, "services-rape", &scenes::Scene::name)->visit;
        show();
    }
    void show() { actions = draw(visit, long_directory(), terminal, moment, canvas); }
    void scroll_to(float offset) {
        visit.path.back().scroll = offset;
        show();
    }
    void turn_page() { scroll_to(scenes::page_turned(canvas, now)); }
    /// As the loop does it: what has the focus is brought to where it can be seen.
    void focus_on(ControlId const& control) {
        visit.path.back().focus = {control};
        show();
        for (int time = 0; time < 2; ++time)
            if (auto const offset = canvas.offset_for_focus()) scroll_to(*offset);
    }

    /// The services that the frame has, in its order, by their ids; or those of which all can be seen.
    [[nodiscard]] std::vector<std::string> services(bool only_whole = false) const {
        std::vector<std::string> ids;
        for (Node const& node : canvas.tree().nodes) {
            auto const* opened = std::get_if<Open>(actions.find(node.id));
            bool const wanted = !only_whole || node.visible == node.rect;
            if (is_control(node.role) && opened != nullptr && opened->screen == Screen::service && wanted)
                ids.push_back(opened->subject);
        }
        return ids;
    }
    [[nodiscard]] std::ptrdiff_t laid_out() const { return std::ssize(services()); }
    /// Where each control stands, by its id.
    [[nodiscard]] std::map<std::string, PixelRect> places() const {
        std::map<std::string, PixelRect> found;
        for (Node const& node : canvas.tree().nodes)
            if (is_control(node.role) && node.visible.h > 0) found[node.id.words] = node.rect;
        return found;
    }
    /// Every card in the order of the list.
    [[nodiscard]] std::vector<std::string> order() const {
        Viewpoint const from{visit.language, terminal.profile, terminal.coordinates};
        auto const list = long_directory().list({"rape", visit.language, moment.wall, terminal.known_past}, from);
        std::vector<std::string> ids;
        for (auto const* part : {&list->first, &list->now, &list->near, &list->rest})
            for (ServiceRow const row : *part) ids.push_back(long_directory().card(row, from).id);
        return ids;
    }
};

/// Cards as pages of them came by, each once.
void add_new(std::vector<std::string>& all, std::vector<std::string> const& page) {
    for (std::string const& id : page)
        if (std::ranges::find(all, id) == all.end()) all.push_back(id);
}

}  // namespace

TEST_CASE("of ten thousand services a frame lays out what can be seen, on every page, in every shape") {
    for (std::size_t const shape : {1, 2, 4})
        for (std::string const language : {"fr", "ar"})
            for (TextSize const size : {TextSize::normal, TextSize::largest}) {
                CAPTURE(shape);
                CAPTURE(language);
                LongPage page(shape, language, size);
                for (int turn = 0; turn < 8; ++turn) {
                    CHECK(page.laid_out() > 0);
                    CHECK(page.laid_out() < most_on_a_frame);
                    float const before = page.visit.here().scroll;
                    page.turn_page();
                    CHECK(page.visit.here().scroll > before);
                }
                page.scroll_to(page.canvas.scroll_most() / 2);
                CHECK(page.laid_out() > 2);
                CHECK(page.laid_out() < most_on_a_frame);
                page.scroll_to(page.canvas.scroll_most());
                CHECK(page.laid_out() < most_on_a_frame);
            }
}

TEST_CASE("the page key leads through a list of thousands in its order, and leaves no card out") {
    LongPage page;
    std::vector<std::string> seen = page.services(true);
    for (int turn = 0; turn < 60; ++turn) {
        page.turn_page();
        add_new(seen, page.services(true));
    }
    std::vector<std::string> order = page.order();
    CHECK(order.size() > 9'000);
    REQUIRE(seen.size() > 200);
    order.resize(seen.size());
    CHECK(seen == order);
}

TEST_CASE("a list of thousands moves with the finger, also up from its end, where it was never laid out") {
    LongPage page;
    page.scroll_to(page.canvas.scroll_most());
    CHECK(page.canvas.scroll_left() <= 1);
    int both = 0;
    for (int step = 0; step < 60; ++step) {
        auto const before = page.places();
        float const from = page.visit.here().scroll;
        page.scroll_to(from - 150);
        auto const after = page.places();
        int const moved = int(std::lround(150 * page.canvas.theme().px_per_rp()));
        for (auto const& [id, rect] : before) {
            auto const found = after.find(id);
            bool const scrolls = id.starts_with("open.service.");
            if (!scrolls || found == after.end()) continue;
            CHECK(std::abs(found->second.y - rect.y - moved) <= 1);
            ++both;
        }
    }
    CHECK(both > 200);
}

TEST_CASE("whoever comes back to a list of thousands finds the same place again") {
    LongPage page;
    for (int turn = 0; turn < 30; ++turn) page.turn_page();
    auto const before = page.places();
    page.visit.path.push_back({Screen::service, page.services(true).front(), 0});
    page.show();
    CHECK(page.places() != before);
    page.visit.path.pop_back();
    page.show();
    CHECK(page.places() == before);
}

TEST_CASE("keys go through a list of thousands card by card, down and up, and from the sill to its end") {
    LongPage page(1, "fr", TextSize::largest);
    page.visit.hands = Hands::keys;
    std::vector<std::string> const order = page.order();
    auto const control = [](std::string const& id) { return ControlId{"open.service." + id}; };
    page.focus_on(control(order.at(0)));
    auto const move = [&](FocusWay way) {
        page.focus_on(FocusOrder(page.canvas.tree()).moved(page.canvas.focus().control, way));
        return page.canvas.focus().control;
    };
    std::vector<ControlId> way;
    for (int step = 0; step < 80; ++step) way.push_back(move(FocusWay::next));
    std::size_t at = 1;
    for (ControlId const& each : way)  // between two parts of the list may be the key to another place
        if (each.words.starts_with("open.service.")) CHECK(each == control(order.at(at++)));
    CHECK(at > 70);
    for (int step = 0; step < 80; ++step) move(FocusWay::previous);
    CHECK(page.canvas.focus().control == control(order.front()));
    page.focus_on({"leave"});
    ControlId const last = control(order.back());
    for (int step = 0; step < 12 && page.canvas.focus().control != last; ++step) move(FocusWay::previous);
    CHECK(page.canvas.focus().control == last);
    CHECK(page.laid_out() < most_on_a_frame);
}

TEST_CASE("every row of a list of thousands is a group of its own, as those of a shorter list are") {
    LongPage page(4, "fr", TextSize::largest);
    page.scroll_to(page.canvas.scroll_most() / 2);
    REQUIRE(page.laid_out() > 1);
    REQUIRE(page.laid_out() <= 7);  // in a list of so many they would be one group
    FocusOrder const order(page.canvas.tree());
    for (std::string const& id : page.services())
        CHECK(order.groups().at(order.group_of({"open.service." + id})).size() == 1);
}
