/// What Prometheus reads of a terminal.
#include <doctest/doctest.h>
#include <halte/words.h>

#include <map>
#include <regex>
#include <set>

#include "settings_folder.h"

using namespace halte::rig;

namespace {

/// Reads a text file as strictly as Prometheus does: each name has one HELP and one TYPE before its samples, which
/// stand together; no sample is there twice.
class MetricsReader {
public:
    void read(std::string const& line) {
        static std::regex const head("# (HELP|TYPE) ([a-z_]+) (.+)");
        std::smatch found;
        INFO(line);
        if (!std::regex_match(line, found, head))
            read_sample(line);
        else if (found[1] == "HELP")
            CHECK(m_helped.insert(found[2]).second);
        else
            read_type(found[2], found[3]);
    }
    [[nodiscard]] std::set<std::string> const& typed() const { return m_typed; }
    [[nodiscard]] std::set<std::string> sampled() const {
        std::set<std::string> names;
        for (auto const& [name, labels] : m_samples) names.insert(name);
        return names;
    }

private:
    void read_type(std::string const& name, std::string const& type) {
        m_current = name;
        CHECK(m_helped.contains(name));
        CHECK(m_typed.insert(name).second);
        CHECK((type == "gauge" || type == "counter"));
        CHECK((type == "counter") == name.ends_with("_total"));
    }
    void read_sample(std::string const& line) {
        static std::string const label = R"re([a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*")re";
        static std::regex const sample("([a-z_]+)(\\{" + label + "(?:," + label + ")*\\})? (-?[0-9.]+)");
        std::smatch found;
        REQUIRE(std::regex_match(line, found, sample));
        CHECK(found[1] == m_current);
        CHECK(m_samples.emplace(found[1], found[2]).second);
    }

    std::set<std::string> m_helped;
    std::set<std::string> m_typed;
    std::set<std::pair<std::string, std::string>> m_samples;
    std::string m_current;
};

/// All but when it was asked.
std::string metrics_without_time(Kiosk const& kiosk) {
    std::string metrics;
    for (std::string const& line :
         lines_of(run({programs() / "halte", "--check", "--prometheus", "--config", kiosk.settings_file()}).said))
        if (!line.starts_with("halte_check_timestamp_seconds ")) metrics += line + "\n";
    return metrics;
}

}  // namespace

TEST_CASE("Prometheus reads them as metrics") {
    SettingsFolder const folder;
    folder.settings(KioskSettings().toml());
    int const status = folder.check().status;
    Ran const ran = run({programs() / "halte", "--check", "--prometheus", "--config", folder.place() / "wrong.toml"});
    CHECK(ran.status == status);
    CHECK(halte::is_utf8(ran.said));
    CHECK(ran.said.ends_with("\n"));
    CHECK_FALSE(ran.said.ends_with("\n\n"));
    MetricsReader reader;
    for (std::string const& line : lines_of(ran.said)) reader.read(line);
    CHECK(reader.sampled() == reader.typed());
    for (std::string const name :
         {"halte_info", "halte_check", "halte_snapshot_as_of_timestamp_seconds", "halte_settings_problems"}) {
        INFO(name);
        CHECK(reader.typed().contains(name));
    }
}

/// Whoever collects the metrics must not see that somebody is there.
TEST_CASE("The metrics are the same before, during and after a visit") {
    Kiosk kiosk;
    std::string const before = metrics_without_time(kiosk);
    kiosk.open_services();
    std::string const during = metrics_without_time(kiosk);
    kiosk.leave_to_the_next();
    std::string const after = metrics_without_time(kiosk);
    kiosk.end();
    CHECK(before.find("halte_check{") != std::string::npos);
    CHECK(before == during);
    CHECK(before == after);
}
