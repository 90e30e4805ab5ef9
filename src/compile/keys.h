#pragma once
/// A TOML table whose keys are asked for one by one, each with the type it must have. What nobody asked for is an
/// unknown key, and every fault is noted with its line. It knows TOML and nothing of what the keys mean.

#include <toml++/toml.h>

#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "problem_log.h"

namespace halte {

enum class Need { optional, required };

class Keys {
public:
    /// `table` and `problems` must outlive this. `what` names the table in problems: "a phone".
    Keys(toml::table const& table, Where place, std::string what, ProblemLog& problems);

    /// Absent or of the wrong type gives an empty value; the second, and the first when it is required, is a problem.
    SourceText text(std::string_view key, Need need = Need::optional);
    /// One of `allowed`, else a problem and an empty text.
    SourceText choice(std::string_view key, std::vector<std::string_view> const& allowed, Need need = Need::optional);
    std::vector<SourceText> texts(std::string_view key, Need need = Need::optional);
    std::optional<bool> flag(std::string_view key);
    std::optional<int> whole(std::string_view key, Need need = Need::optional);
    std::optional<double> number(std::string_view key);
    std::optional<Date> date(std::string_view key, Need need = Need::optional);
    /// The table under `key`, named in problems by its key.
    std::optional<Keys> table(std::string_view key, Need need = Need::optional);
    /// The [[key]] tables, each named `what` in problems.
    std::vector<Keys> tables(std::string_view key, std::string const& what);
    /// A key that is for the editors only.
    void skip(std::string_view key);

    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] Where const& place() const { return m_place; }
    [[nodiscard]] Where place_of(std::string_view key) const;
    [[nodiscard]] ProblemLog& problems() const { return *m_problems; }
    /// Notes the required keys that were not there, all in one problem, and every key that was never asked for.
    void finish() const;

private:
    toml::node const* find(std::string_view key, Need need);
    /// The words of a text, with a problem when nobody can read them.
    SourceText words_of(toml::node const& node, std::string_view key) const;
    void wrong_type(toml::node const& node, std::string_view key, std::string_view wanted) const;
    [[nodiscard]] Where place_of(toml::node const& node) const;

    toml::table const* m_table;
    Where m_place;
    std::string m_what;
    ProblemLog* m_problems;
    std::set<std::string, std::less<>> m_asked;
    std::vector<std::string> m_missing;
};

/// Reads a TOML file; nothing when it cannot be read, is no TOML or empty, with a problem that says where.
std::optional<toml::table> read_toml(std::string const& file, ProblemLog& problems);

}  // namespace halte
