#pragma once
/// Whose words stand on a page.

namespace halte {

/// What the words of a page are, beyond words of the visitor's language that a speaker has read.
struct PageWords {
    bool unread = false;   ///< nobody who speaks their language has read some of them
    bool foreign = false;  ///< some are of another language: the visitor's has none for them
    bool operator==(PageWords const&) const = default;
    [[nodiscard]] PageWords with(PageWords const& other) const {
        return {unread || other.unread, foreign || other.foreign};
    }
    [[nodiscard]] bool has(PageWords const& other) const { return with(other) == *this; }
};

}  // namespace halte
