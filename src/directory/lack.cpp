#include <fmt/format.h>
#include <halte/words.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "inside.h"

namespace halte {
namespace {

using Keys = std::vector<std::string>;

/// Every phrase falls back to the French words without a profile's wording.
Keys keys_in_french(Connection const& connection) {
    Keys keys;
    FoundRows rows = connection.ask("SELECT id FROM phrase WHERE language = ? AND profile = '' ORDER BY id",
                                    std::string_view(source_language));
    while (rows.next()) keys.push_back(rows.text(0));
    return keys;
}

/// Those whose names stand in the tables of a directory; each has its own.
bool is_of_content(std::string const& key) {
    constexpr std::array sections{"situation.", "guidance.", "name_of_language.", "name_in_sentence.", "province."};
    return std::ranges::any_of(sections, [&](char const* section) { return key.starts_with(section); });
}

Keys keys_of_content(Connection const& connection) {
    Keys keys;
    FoundRows rows = connection.ask(
        "SELECT 'situation.' || id || '.title' FROM taxonomy_term WHERE door"
        " UNION SELECT 'situation.' || id || '.line' FROM taxonomy_term WHERE door"
        " UNION SELECT 'guidance.' || id || '.title' FROM guidance"
        " UNION SELECT 'guidance.' || id || '.text' FROM guidance"
        " UNION SELECT 'name_of_language.' || code FROM language"
        " UNION SELECT 'name_of_language.' || code FROM interface_language"
        " UNION SELECT 'name_in_sentence.' || code FROM interface_language"
        " UNION SELECT 'province.' || province FROM town ORDER BY 1");
    while (rows.next()) keys.push_back(rows.text(0));
    return keys;
}

}  // namespace

/// Every text that a screen lays out; a statement for each table, whose rows are looked at once.
std::string Directory::Inside::too_long() const {
    static std::string const of_services = [] {
        std::string lengths = "length(name), length(url)";
        for (ServiceTextField const& field : service_text_fields) lengths += fmt::format(", length({})", field.name);
        return fmt::format("SELECT id FROM service WHERE max({}) > ?", lengths);
    }();
    std::array const questions{
        of_services.c_str(),
        "SELECT service_id FROM phone WHERE max(length(number), length(description)) > ?",
        "SELECT service_id FROM email WHERE length(address) > ?",
        "SELECT 'location ' || id FROM location WHERE length(name) > ?",
        "SELECT 'location ' || location_id FROM address WHERE max(length(address_1), length(city)) > ?",
        "SELECT id FROM phrase WHERE length(words) > ?",
        "SELECT entity || ' ' || id FROM translation WHERE length(words) > ?",
        "SELECT id FROM town WHERE length(name) > ?",
        "SELECT code FROM interface_language WHERE max(length(endonym), length(greeting)) > ?",
    };
    for (char const* const question : questions) {
        FoundRows rows = connection.ask(question, int(longest_translation));
        if (rows.next()) return rows.text(0);
    }
    return {};
}

std::string Directory::lack(Directory const& own) const {
    if (m_inside->ids("SELECT as_of FROM snapshot").empty()) return "the day it speaks of";
    if (languages().empty()) return "a language";
    Keys const has = keys_in_french(m_inside->connection);
    Keys wanted = keys_of_content(m_inside->connection);
    std::ranges::copy_if(keys_in_french(own.m_inside->connection), std::back_inserter(wanted),
                         [](std::string const& key) { return !is_of_content(key); });
    for (std::string const& key : wanted)
        if (!std::ranges::binary_search(has, key)) return fmt::format("the French words of {}", key);
    for (std::string_view const id : {"emergency-112", "police-101"})
        if (m_inside->phones(id, {}).empty()) return fmt::format("the number of {}", id);
    return {};
}

Result<Directory> Directory::open_to_serve(std::string const& path, Directory const& own) {
    return open_to_serve(TRY(read_snapshot(path)), own);
}

Result<Directory> Directory::open_to_serve(SnapshotFile file, Directory const& own) {
    std::string const path = file.path;
    Directory opened = TRY(open(std::move(file)));
    std::string const lack = opened.lack(own);
    std::string const too_long = opened.m_inside->too_long();
    if (!too_long.empty())
        return failure(fmt::format("{} cannot serve visitors: a text of {} has more than {} characters", path, too_long,
                                   longest_translation),
                       ExitCode::bad_data);
    if (lack.empty()) return opened;
    return failure(fmt::format("{} cannot serve visitors: it lacks {}", path, lack), ExitCode::bad_data);
}

}  // namespace halte
