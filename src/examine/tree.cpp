#include "tree.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace halte {

std::optional<std::string> Tree::text(std::string const& path) const {
    std::ifstream const file(m_root + path, std::ios::binary);
    std::ostringstream text;
    // Inserting nothing from an empty file would be a failure of the stream.
    if (!file || (text << file.rdbuf()).bad()) return std::nullopt;
    return text.str();
}

std::string Tree::line(std::string const& path) const {
    std::string text = this->text(path).value_or("");
    text.erase(text.find_last_not_of(" \t\r\n") + 1);
    return text;
}

Presence Tree::presence(std::string const& path) const {
    if (access((m_root + path).c_str(), R_OK) == 0) return Presence::readable;
    return errno == EACCES || errno == EPERM ? Presence::forbidden : Presence::absent;
}

std::vector<std::string> Tree::names(std::string const& folder) const {
    std::vector<std::string> names;
    std::error_code fault;
    std::filesystem::directory_iterator entries(m_root + folder, fault);
    for (; !fault && entries != std::filesystem::directory_iterator(); entries.increment(fault))
        names.push_back(entries->path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> lines_of(std::string const& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::vector<std::string> words_of(std::string const& text) {
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

}  // namespace halte
