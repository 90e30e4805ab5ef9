#include <doctest/doctest.h>
#include <halte/configure.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace halte;

namespace {

/// A halte.toml and a folder halte.toml.d of its own, gone with the test.
class SettingsFolder {
public:
    SettingsFolder() { std::filesystem::create_directory(folder()); }
    SettingsFolder(SettingsFolder const&) = delete;
    SettingsFolder& operator=(SettingsFolder const&) = delete;
    ~SettingsFolder() { std::filesystem::remove_all(m_root); }

    [[nodiscard]] std::string main() const { return m_root + "/halte.toml"; }
    [[nodiscard]] std::string folder() const { return main() + ".d"; }
    void write(std::string const& toml) const { std::ofstream(main()) << toml; }
    void drop(std::string const& name, std::string const& toml) const { std::ofstream(folder() + "/" + name) << toml; }
    [[nodiscard]] LoadedSettings load(bool required = false) const { return load_settings(main(), required); }

    /// The only problem of these settings, without the folder's own name.
    [[nodiscard]] std::string told(bool required = false) const {
        std::string all;
        for (SettingsProblem const& problem : load(required).problems)
            all += describe(problem).substr(m_root.size() + 1) + "\n";
        return all;
    }

private:
    std::string m_template = (std::filesystem::temp_directory_path() / "halte-settings-XXXXXX").string();
    std::string m_root = mkdtemp(m_template.data());
};

}  // namespace

TEST_CASE("files of the folder are read after the main one, in the order of their names, and the last value wins") {
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\ncountdown_seconds = 20\n[place]\nname = \"Main\"\n");
    files.drop("20-b.toml", "[visit]\nprofile = \"asylum-centre\"\n");
    files.drop("10-a.toml", "[visit]\nprofile = \"town-hall\"\ncountdown_seconds = 30\n");
    files.drop("B.toml", "[place]\ndetail = \"capital\"\n");
    files.drop("a.toml", "[place]\ndetail = \"small\"\n");
    LoadedSettings const loaded = files.load();
    CHECK(loaded.problems.empty());
    CHECK(loaded.settings.profile == "asylum-centre");
    CHECK(loaded.settings.countdown == Milliseconds(30'000));
    CHECK(loaded.settings.place_name == "Main");
    CHECK(loaded.settings.place_detail == "small");
    CHECK(loaded.positions.at("visit.profile").file == files.folder() + "/20-b.toml");
    CHECK(loaded.files.size() == 5);
}

TEST_CASE("what editors leave in the folder is not read") {
    SettingsFolder const files;
    for (char const* const name :
         {"10-a.toml~", ".10-a.toml", "10-a.toml.swp", "10-a.toml.dpkg-old", "README", ".toml"})
        files.drop(name, "[visit]\nprofile = \"school\"\n");
    CHECK(files.load().settings.profile == "hospital");
    CHECK(files.load().problems.empty());
}

TEST_CASE("a folder serves without a main file, which is missed only by whoever named it") {
    SettingsFolder const files;
    files.drop("10-a.toml", "[visit]\nprofile = \"school\"\n");
    CHECK(files.load().settings.profile == "school");
    CHECK(files.told().empty());
    CHECK(files.load(true).settings.profile == "school");
    CHECK(files.told(true) ==
          "halte.toml: The settings cannot be read: No such file or directory. The files beside it count.\n");
}

TEST_CASE("a wrong file costs its own values only, and is told with its own name") {
    SettingsFolder const files;
    files.write("[visit]\nprofile = \"school\"\ncountdown_seconds = 21\n");
    files.drop("10-broken.toml", "[visit]\nprofile = = \"town-hall\"\n");
    files.drop("20-wrong.toml", "[visit]\ncountdown_seconds = 5\ninactivity_seconds = 16\n");
    files.drop("30-right.toml", "[screen]\nrotation = 90\n");
    Settings const settings = files.load().settings;
    CHECK(settings.profile == "school");
    CHECK(settings.countdown == Milliseconds(21'000));
    CHECK(settings.inactivity == Milliseconds(16'000));
    CHECK(settings.rotation == 90);
    std::string const told = files.told();
    CHECK(told.find("halte.toml.d/10-broken.toml:2:11: This is not TOML: ") == 0);
    CHECK(told.find("\nhalte.toml.d/20-wrong.toml:2:21: 5 s is out of range. Write a whole number from 20 to 300.\n") !=
          std::string::npos);
}

TEST_CASE("a file of the folder that cannot be read is told") {
    SettingsFolder const files;
    std::filesystem::create_symlink("/nowhere/at.all", files.folder() + "/10-gone.toml");
    CHECK(files.told() ==
          "halte.toml.d/10-gone.toml: The settings cannot be read: No such file or directory. Nothing of this file "
          "counts.\n");
    SettingsFolder const other;
    std::filesystem::remove(other.folder());
    std::ofstream(other.folder()) << "no folder";
    CHECK(other.told() ==
          "halte.toml.d: The settings cannot be read: Not a directory. Nothing of this folder counts.\n");
}

TEST_CASE("the two halves of a position may come from two files") {
    SettingsFolder const files;
    files.write("[place]\nlatitude = 50.5\n");
    CHECK(files.told() == "halte.toml:2:12: There is a latitude without a longitude. Write both, or neither.\n");
    CHECK_FALSE(files.load().settings.coordinates);
    files.drop("10-a.toml", "[place]\nlongitude = 4.5\n");
    files.drop("20-b.toml", "[place]\nlatitude = 51\n");
    LoadedSettings const loaded = files.load();
    CHECK(loaded.problems.empty());
    REQUIRE(loaded.settings.coordinates);
    CHECK(loaded.settings.coordinates->latitude == 51);
    CHECK(loaded.settings.coordinates->longitude == 4.5);
    // A wrong half leaves the right one of an earlier file.
    files.drop("30-c.toml", "[place]\nlatitude = 4.5\n");
    CHECK(files.load().settings.coordinates->latitude == 51);
    CHECK(files.load().problems.size() == 1);
}
