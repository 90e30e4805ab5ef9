#include "session_note.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <iterator>
#include <sstream>

namespace halte {

SessionNote::SessionNote(std::string const& folder) : m_path(folder.empty() ? "" : folder + "/session") {}

/// The numbers are a line, and what follows it is the memory. A note that was cut short is a memory that no visitor
/// process takes for a whole one.
LastSession SessionNote::take() {
    if (m_path.empty()) return {};
    UniqueFd const file(open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    unlink(m_path.c_str());
    if (!file) return {};
    std::string const note = words_in(file.get());
    std::size_t const end = note.find('\n');
    if (end == std::string::npos) return {};
    LastSession last;
    std::istringstream numbers(note.substr(0, end));
    last.dead.assign(std::istream_iterator<pid_t>(numbers), {});
    UniqueFd memory = make_session_memory();
    if (memory && keep_in(memory.get(), note.substr(end + 1))) last.memory = std::move(memory);
    return last;
}

/// A folder that cannot be written keeps nothing: what is on the X server then is the next session's start.
void SessionNote::leave(int memory, std::deque<pid_t> const& dead) {
    if (m_path.empty() || !is_kept(memory)) return;
    unlink(m_path.c_str());
    UniqueFd const file(open(m_path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    std::string const note = fmt::format("{}\n", fmt::join(dead, " ")) + words_in(memory);
    if (file && write(file.get(), note.data(), note.size()) != ssize_t(note.size())) unlink(m_path.c_str());
}

}  // namespace halte
