#pragma once
/// Eyes for tests: what a person would see, the root window of an X server with everything on it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace halte::rig {

struct Rectangle {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
};

/// Pixels of eight bits to a channel, RGB, top row first.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels{};

    [[nodiscard]] bool blank() const;  ///< it has one colour only
    bool operator==(Picture const&) const = default;
};
/// As a PPM file. Throws when it cannot be written.
void save(Picture const& picture, std::filesystem::path const& file);

/// An image in memory that the server of DISPLAY writes into, so that a look costs one short round trip. Throws when
/// there is no server, or one that gives no picture.
class Eye {
public:
    /// Of the whole screen, when the rectangle is empty.
    explicit Eye(Rectangle const& rectangle = {});
    /// What it saw is neither in this process nor in the server any more.
    ~Eye();
    Eye(Eye const&) = delete;
    Eye& operator=(Eye const&) = delete;

    void look();
    [[nodiscard]] std::uint64_t hash() const;  ///< of what was seen
    [[nodiscard]] Picture picture() const;

private:
    /// X11's headers make macros of words that tests use: they are not included here.
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

}  // namespace halte::rig
