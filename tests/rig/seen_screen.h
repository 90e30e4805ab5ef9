#pragma once
/// What is on the screen of a visitor process, as the one of the tests writes it down (observed_visitor.cpp).

#include <halte/accessibility.h>
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace halte::rig {

struct SeenScreen {
    pid_t pid = 0;
    int frame = 0;              ///< how many were drawn
    bool moving = false;        ///< another one follows by itself
    std::int64_t shown_ms = 0;  ///< of the epoch: when the window was shown first; 0 while it is hidden
    std::int64_t page_ms = 0;   ///< when the page on it was
    bool feels = false;         ///< what the last visit left has been put back
    AccessibilityTree tree{};   ///< names have plain spaces, however the screen keeps words together

    /// The first control of that name or id of which something can be seen, or nothing.
    [[nodiscard]] Node const* control(std::string const& name_or_id) const;
    /// The key that turns the page, or nothing.
    [[nodiscard]] Node const* page_key() const;
    /// The first node that holds the words and of which something can be seen, or nothing.
    [[nodiscard]] Node const* words(std::string const& part) const;
    /// The first node that holds the words, wherever it was scrolled to, or nothing.
    [[nodiscard]] Node const* anywhere(std::string const& part) const;
    [[nodiscard]] bool shows(std::string const& part) const { return words(part) != nullptr; }
};

/// Tests look again and again: what is the same to the byte as at the last look is not read again.
class ScreenReader {
public:
    /// Nothing while the file is not whole. What it gives is there until the file is read again.
    SeenScreen const* read(std::filesystem::path const& file);

private:
    struct Known {
        std::string written;
        std::optional<SeenScreen> screen;
    };
    std::map<std::filesystem::path, Known> m_known;
};

/// Unbreakable spaces as plain ones: tests are typed with these.
std::string with_plain_spaces(std::string words);

}  // namespace halte::rig
