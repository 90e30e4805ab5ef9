#include "keys.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <halte/words.h>

#include <algorithm>
#include <filesystem>

namespace halte {

Keys::Keys(toml::table const& table, Where place, std::string what, ProblemLog& problems)
    : m_table(&table), m_place(std::move(place)), m_what(std::move(what)), m_problems(&problems) {}

Where Keys::place_of(toml::node const& node) const { return {m_place.name, int(node.source().begin.line)}; }

Where Keys::place_of(std::string_view key) const {
    toml::node const* node = m_table->get(key);
    return node == nullptr ? m_place : place_of(*node);
}

toml::node const* Keys::find(std::string_view key, Need need) {
    m_asked.emplace(key);
    toml::node const* node = m_table->get(key);
    if (node == nullptr && need == Need::required) m_missing.emplace_back(key);
    return node;
}

void Keys::wrong_type(toml::node const& node, std::string_view key, std::string_view wanted) const {
    m_problems->error(place_of(node), fmt::format("\"{}\" is not {}", key, wanted),
                      fmt::format("Write {} after {} =", wanted, key));
}

SourceText Keys::words_of(toml::node const& node, std::string_view key) const {
    SourceText found{node.as_string()->get(), place_of(node)};
    if (std::string const why = why_unreadable(found.words); !why.empty())
        m_problems->error(found.place, fmt::format("\"{}\" of {} {}", key, m_what, why), "Write it anew by hand");
    return found;
}

SourceText Keys::text(std::string_view key, Need need) {
    toml::node const* node = find(key, need);
    if (node == nullptr) return {"", m_place};
    if (!node->is_string()) {
        wrong_type(*node, key, "a text in quotes");
        return {"", m_place};
    }
    SourceText found = words_of(*node, key);
    if (found.empty() && need == Need::required) {
        m_problems->error(found.place, fmt::format("\"{}\" of {} is empty", key, m_what), "Write the words");
    }
    return found;
}

SourceText Keys::choice(std::string_view key, std::vector<std::string_view> const& allowed, Need need) {
    SourceText found = text(key, need);
    if (found.empty() || std::ranges::find(allowed, found.words) != allowed.end()) return found;
    m_problems->error(found.place, fmt::format("\"{}\" cannot be \"{}\"", key, found.words),
                      fmt::format("Use one of: {}", fmt::join(allowed, ", ")));
    return {"", found.place};
}

std::vector<SourceText> Keys::texts(std::string_view key, Need need) {
    toml::node const* node = find(key, need);
    if (node == nullptr) return {};
    if (node->is_string()) return {words_of(*node, key)};
    toml::array const* list = node->as_array();
    if (list == nullptr || !std::ranges::all_of(*list, [](toml::node const& item) { return item.is_string(); })) {
        wrong_type(*node, key, "a list of texts in quotes");
        return {};
    }
    std::vector<SourceText> found;
    found.reserve(list->size());
    for (toml::node const& item : *list) found.push_back(words_of(item, key));
    return found;
}

std::optional<bool> Keys::flag(std::string_view key) {
    toml::node const* node = find(key, Need::optional);
    if (node == nullptr) return std::nullopt;
    if (node->is_boolean()) return node->as_boolean()->get();
    wrong_type(*node, key, "true or false");
    return std::nullopt;
}

std::optional<int> Keys::whole(std::string_view key, Need need) {
    toml::node const* node = find(key, need);
    if (node == nullptr) return std::nullopt;
    if (node->is_integer()) return int(node->as_integer()->get());
    wrong_type(*node, key, "a whole number");
    return std::nullopt;
}

std::optional<double> Keys::number(std::string_view key) {
    toml::node const* node = find(key, Need::optional);
    if (node == nullptr) return std::nullopt;
    if (node->is_number()) return node->value<double>();
    wrong_type(*node, key, "a number");
    return std::nullopt;
}

std::optional<Date> Keys::date(std::string_view key, Need need) {
    toml::node const* node = find(key, need);
    if (node == nullptr) return std::nullopt;
    if (node->is_date()) {
        toml::date const day = node->as_date()->get();
        return Date{day.year, day.month, day.day};
    }
    wrong_type(*node, key, "a day such as 2026-11-24, without quotes");
    return std::nullopt;
}

std::optional<Keys> Keys::table(std::string_view key, Need need) {
    toml::node const* node = find(key, need);
    if (node == nullptr) return std::nullopt;
    if (node->is_table()) return Keys(*node->as_table(), place_of(*node), fmt::format("[{}]", key), *m_problems);
    wrong_type(*node, key, "a table");
    return std::nullopt;
}

std::vector<Keys> Keys::tables(std::string_view key, std::string const& what) {
    toml::node const* node = find(key, Need::optional);
    if (node == nullptr) return {};
    toml::array const* list = node->as_array();
    if (list == nullptr || !std::ranges::all_of(*list, [](toml::node const& item) { return item.is_table(); })) {
        m_problems->error(place_of(*node), fmt::format("\"{}\" is not a list of tables", key),
                          fmt::format("Write [[{}]] above each", key));
        return {};
    }
    std::vector<Keys> found;
    for (toml::node const& item : *list) found.emplace_back(*item.as_table(), place_of(item), what, *m_problems);
    return found;
}

void Keys::skip(std::string_view key) { m_asked.emplace(key); }

std::vector<std::string> Keys::names() const {
    std::vector<std::pair<toml::source_position, std::string>> found;
    for (auto const& [key, node] : *m_table) found.emplace_back(node.source().begin, key.str());
    std::ranges::stable_sort(found, [](auto const& one, auto const& other) { return one.first < other.first; });
    std::vector<std::string> names;
    names.reserve(found.size());
    for (auto& [position, name] : found) names.push_back(std::move(name));
    return names;
}

void Keys::finish() const {
    if (!m_missing.empty()) {
        m_problems->error(m_place, fmt::format("{} has no \"{}\"", m_what, fmt::join(m_missing, "\", \"")),
                          fmt::format("Add {} = ...", fmt::join(m_missing, " = ..., ")));
    }
    for (auto const& [key, node] : *m_table) {
        if (m_asked.contains(key.str())) continue;
        m_problems->error(place_of(node), fmt::format("{} has a key \"{}\" that nothing reads", m_what, key.str()),
                          "Mend its spelling, or take it out");
    }
}

std::optional<toml::table> read_toml(std::string const& file, ProblemLog& problems) {
    if (!std::filesystem::is_regular_file(file)) {
        problems.unread(file);
        problems.error({file, 0}, "the file is missing", "Restore it");
        return std::nullopt;
    }
    try {
        toml::table table = toml::parse_file(file);
        if (!table.empty()) return table;
        problems.unread(file);
        problems.error({file, 1}, "the file is empty", "Restore it");
        return std::nullopt;
    } catch (toml::parse_error const& fault) {
        problems.unread(file);
        problems.error({file, int(fault.source().begin.line)}, fmt::format("not TOML: {}", fault.description()),
                       "Mend the line, or the one above it");
        return std::nullopt;
    }
}

}  // namespace halte
