#pragma once
/// A directory with one service that exists nowhere else, made of words that nobody has ever written: whatever of them
/// is found in memory comes from a visit to it.

#include <filesystem>
#include <string>

namespace halte::promises {

struct Canaries {
    std::string id;
    std::string name;
    std::string summary;
    std::string in_french;
    std::string in_dutch;
    std::string in_arabic;
    std::string below;     ///< at the end of its page
    std::string sentence;  ///< that asks for an interpreter, without the language
    std::string number;

    /// Other words in every run.
    static Canaries any();
    /// As it is shown to somebody by a reader of Arabic.
    [[nodiscard]] std::string shown_sentence() const;
    /// What its QR code holds.
    [[nodiscard]] std::string uri() const;
    /// In the form of search/canaries.h. What is drawn, and where, a visit adds.
    [[nodiscard]] std::string lines() const;
};

/// Builds FOLDER/canary.snapshot of the project's own data and this service, and gives its path. Throws
/// std::runtime_error with what halte-directory complained of.
std::filesystem::path build_directory(Canaries const& canaries, std::filesystem::path const& folder);

}  // namespace halte::promises
