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

#include "findings.h"

namespace halte {

enum class Need { optional, required };

/// Words of a record, and where they stand.
struct Sentence {
    std::string words;
    Place place;
    [[nodiscard]] bool empty() const { return words.empty(); }
};

class Keys {
public:
    /// `table` and `findings` must outlive this. `what` names the table in findings: "a phone".
    Keys(toml::table const& table, Place place, std::string what, Findings& findings);

    /// Absent or of the wrong type gives an empty value; the second, and the first when it is required, is a finding.
    Sentence text(std::string_view key, Need need = Need::optional);
    /// One of `allowed`, else a finding and an empty text.
    Sentence choice(std::string_view key, std::initializer_list<std::string_view> allowed, Need need = Need::optional);
    std::vector<Sentence> texts(std::string_view key, Need need = Need::optional);
    std::optional<bool> flag(std::string_view key);
    std::optional<int> whole(std::string_view key, Need need = Need::optional);
    std::optional<double> number(std::string_view key);
    std::optional<Date> date(std::string_view key, Need need = Need::optional);
    /// The table under `key`, named in findings by its key.
    std::optional<Keys> table(std::string_view key, Need need = Need::optional);
    /// The [[key]] tables, each named `what` in findings.
    std::vector<Keys> tables(std::string_view key, std::string const& what);
    /// A key that is for the editors only.
    void skip(std::string_view key);

    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] Place const& place() const { return m_place; }
    [[nodiscard]] Place place_of(std::string_view key) const;
    [[nodiscard]] Findings& findings() const { return *m_findings; }
    /// Notes the required keys that were not there, all in one finding, and every key that was never asked for.
    void finish() const;

private:
    toml::node const* find(std::string_view key, Need need);
    /// The words of a text, with a finding when nobody can read them.
    Sentence sentence(toml::node const& node, std::string_view key) const;
    void wrong_type(toml::node const& node, std::string_view key, std::string_view wanted) const;
    [[nodiscard]] Place place_of(toml::node const& node) const;

    toml::table const* m_table;
    Place m_place;
    std::string m_what;
    Findings* m_findings;
    std::set<std::string, std::less<>> m_asked;
    std::vector<std::string> m_missing;
};

/// Reads a TOML file; nothing when it cannot be read, is no TOML or empty, with a finding that says where.
std::optional<toml::table> read_toml(std::string const& file, Findings& findings);

}  // namespace halte
