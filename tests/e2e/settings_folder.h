#pragma once
/// What a technician asks halte about settings that stand in a test's own folder.

#include <nlohmann/json.hpp>

#include "rig/staging.h"

namespace halte::rig {

struct Answer {
    int status = 0;
    std::string said;
};

/// With the settings file wrong.toml.
class SettingsFolder {
public:
    SettingsFolder() {
        fs::remove_all(m_place);
        fs::create_directories(m_place);
    }
    [[nodiscard]] fs::path const& place() const { return m_place; }
    void write(std::string const& name, std::string const& text) const { write_file(m_place / name, text); }
    void settings(std::string const& toml) const { write("wrong.toml", toml); }

    /// halte with these words and the settings: what it said and complained of, without the folder's name and the last
    /// line break.
    [[nodiscard]] Answer ask(std::vector<std::string> words) const {
        words.insert(words.begin(), programs() / "halte");
        words.insert(words.end(), {"--config", m_place / "wrong.toml"});
        Ran const ran = run(words);
        Answer answer{ran.status, replaced(ran.said + ran.complaints, m_place.string() + "/", "")};
        if (answer.said.ends_with('\n')) answer.said.pop_back();
        return answer;
    }
    [[nodiscard]] Answer check() const { return ask({"--check"}); }
    [[nodiscard]] nlohmann::json checked_as_json() const {
        return nlohmann::json::parse(ask({"--check", "--json"}).said);
    }

private:
    fs::path m_place = rig().folder() / "settings";
};

}  // namespace halte::rig
