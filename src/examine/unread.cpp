#include <fmt/format.h>
#include <halte/files.h>

#include <algorithm>

#include "fonts.h"
#include "kiosk_user.h"
#include "tree.h"

namespace halte {
namespace {

/// Settings and snapshots are smaller by far.
constexpr std::size_t largest = 256 << 20;
constexpr Milliseconds longest_read{3'000};
constexpr std::string_view last_line = "These are all.";

/// A name may hold what parts fields and lines.
std::string in_one_field(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char letter) { return static_cast<unsigned char>(letter) < ' '; }, '?');
    return text;
}

}  // namespace

std::vector<UnreadPath> find_unread(std::vector<std::string> const& paths, Directory const& directory) {
    std::vector<UnreadPath> unread;
    std::vector<Errand> tries;
    Instant const until = SystemClock().now() + longest_read;
    for (std::string const& path : paths)
        tries.push_back(path.ends_with('/') ? begin_listing(path) : begin_reading(path, largest));
    for (std::size_t at = 0; at < paths.size(); ++at)
        if (auto const bytes = tries[at].result(until); !bytes) unread.push_back({paths[at], describe(bytes.error())});
    for (Problem const& face : examine_fonts(directory, {}))
        if (face.level == Level::failure) unread.push_back({"", face.what});
    return unread;
}

std::string tell_unread(std::vector<UnreadPath> const& unread) {
    std::string lines;
    for (UnreadPath const& one : unread)
        lines += fmt::format("{}\t{}\n", in_one_field(one.path), in_one_field(one.why));
    return fmt::format("{}{}\n", lines, last_line);
}

OtherReader read_answer(std::string const& said) {
    OtherReader reader;
    for (std::string const& line : lines_of(said)) {
        std::size_t const tab = line.find('\t');
        if (line == last_line)
            reader.answered = true;
        else if (tab != std::string::npos)
            reader.unread.push_back({line.substr(0, tab), line.substr(tab + 1)});
        else if (!line.empty())
            reader.otherwise = line;
    }
    return reader;
}

}  // namespace halte
