#include "check.h"

#include <algorithm>
#include <string_view>

namespace halte {

/// How many bytes of what groups the digits of a number stand at `at`: a sign, a space, or one that does not break.
static std::size_t grouping_at(std::string const& words, std::size_t at) {
    if (std::string_view(" ./-()").find(words[at]) != std::string_view::npos) return 1;
    for (std::string_view const space : {"\u00A0", "\u202F"})
        if (words.compare(at, space.size(), space) == 0) return space.size();
    return 0;
}

std::size_t longest_number(std::string const& words) {
    std::size_t longest = 0;
    std::size_t digits = 0;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t const grouping = grouping_at(words, at);
        bool const digit = words[at] >= '0' && words[at] <= '9';
        if (digit) longest = std::max(longest, ++digits);
        if (!digit && grouping == 0) digits = 0;
        at += std::max<std::size_t>(grouping, 1);
    }
    return longest;
}

void check_sources(Sources const& sources, Today const& today, ProblemLog& problems) {
    check_dates(sources, today, problems);
    check_records(sources, problems);
    check_lengths(sources, problems);
    check_situations(sources, problems);
    check_numbers(sources, problems);
    check_presence(sources, problems);
    check_tables(sources, problems);
    check_places(sources, problems);
    check_translations(sources, today, problems);
    check_core(sources, problems);
    check_meaning(sources, problems);
    check_glossary(sources, problems);
    check_words(sources, problems);
    check_wording(sources, problems);
    check_address(sources, problems);
}

Result<Problems> check_data(std::filesystem::path const& data, Today const& today) {
    ProblemLog problems;
    Sources const sources = TRY(read_sources(data, problems));
    check_sources(sources, today, problems);
    return std::move(problems).sorted();
}

}  // namespace halte
