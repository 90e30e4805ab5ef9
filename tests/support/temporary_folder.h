#pragma once
/// A folder that is gone when the test is, and whole files.

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace halte::test {

namespace fs = std::filesystem;

inline std::string read_file(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    REQUIRE_MESSAGE(stream.good(), file.string());
    std::ostringstream text;
    text << stream.rdbuf();
    return std::move(text).str();
}

inline void write_file(fs::path const& file, std::string const& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "halte-test-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        m_folder = name;
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    ~TemporaryFolder() { fs::remove_all(m_folder); }
    [[nodiscard]] fs::path const& path() const { return m_folder; }
    [[nodiscard]] fs::path operator/(fs::path const& name) const { return m_folder / name; }

private:
    fs::path m_folder;
};

}  // namespace halte::test
