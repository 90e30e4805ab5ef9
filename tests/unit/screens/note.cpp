// The note that some words of a page are read by nobody who speaks the language: whether it stands there follows from
// all words of the page, wherever they stand, and not from the order of drawing.
#include <halte/canvas.h>
#include <halte/directory.h>

#include <algorithm>

#include "support/scenes.h"
#include "support/temporary_data.h"

using namespace halte;
using namespace halte::test;

namespace {

/// The project's own data, in which somebody has read every Dutch sentence but those whose French holds `unread`.
Directory with_one_unread(std::string const& unread) {
    TemporaryData const data = TemporaryData::copy();
    for (std::string const name :
         {"translations/nl/core.po", "translations/nl/phrases.po", "translations/nl/records.po"}) {
        std::string text = read_file(data.path() / name);
        std::string read;
        for (std::size_t begin = 0; begin < text.size();) {
            std::size_t const end = std::min(text.find("\n\n", begin), text.size());
            std::string entry = text.substr(begin, end - begin);
            std::string const mark = "#, fuzzy\n";
            auto const at = entry.find(mark);
            bool const stays = !unread.empty() && entry.find(unread) != std::string::npos;
            if (at != std::string::npos && !stays)
                entry = "# reviewed by a test on 2026-11-24\n" + entry.erase(at, mark.size());
            read += entry + "\n\n";
            begin = end + 2;
        }
        data.write(name, read);
    }
    return Directory::open(data.snapshot_with_bytes()).value();
}

bool has_note(Directory const& directory, std::string const& page) {
    Terminal const terminal = scenes::example_terminal(directory);
    Canvas canvas = Canvas::create(scenes::audited_shapes()[1].shape, icons_of(directory)).value();
    auto const all = scenes::scenes(directory, terminal, "nl", TextSize::normal, {"sos-viol"});
    draw(std::ranges::find(all, page, &scenes::Scene::name)->visit, directory, terminal,
         scenes::example_moment(directory), canvas);
    std::string const note = directory.phrase("unreviewed.note", {"nl", terminal.profile, {}}).words;
    return std::ranges::find(canvas.tree().nodes, note, &Node::name) != canvas.tree().nodes.end();
}

}  // namespace

TEST_CASE("a page whose words are all read has no note, and one has it for a single word, first or last") {
    Directory const all_read = with_one_unread("");
    CHECK_FALSE(has_note(all_read, "services-rape"));
    CHECK_FALSE(has_note(all_read, "service-sos-viol"));

    Directory const first = with_one_unread("msgid \"Retour\"");
    CHECK(has_note(first, "services-rape"));
    CHECK(has_note(first, "service-sos-viol"));

    Directory const in_the_record = with_one_unread("records/sos-viol.toml");
    CHECK_FALSE(has_note(in_the_record, "situations"));
    CHECK(has_note(in_the_record, "service-sos-viol"));

    // The exit is what a page is first drawn for: the others are all read, so the page is composed once more.
    Directory const the_exit_alone = with_one_unread("msgctxt \"sill.leave\"");
    CHECK(has_note(the_exit_alone, "situations"));
}
