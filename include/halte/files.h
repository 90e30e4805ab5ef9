#pragma once
/// Reading what somebody has configured. A path may lead to a FIFO, to a device without an end, or to a share whose
/// server is gone, where the kernel lets nobody go who opens it. So another process opens and reads, and whoever wants
/// the bytes waits for them no longer than they say. It knows nothing of what the bytes mean.

#include <halte/base.h>

#include <sys/types.h>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace halte {

/// Why there are no bytes.
struct Unread {
    enum class Kind {
        refused,    ///< the kernel said no; `number` is errno's
        no_file,    ///< a FIFO, a device or a socket
        too_large,  ///< or endless
        silent,     ///< nothing came in time
    };
    Kind kind = Kind::refused;
    int number = 0;
};
using Bytes = tl::expected<std::string, Unread>;
/// "No such file or directory", "it does not answer"; for the end of a sentence.
std::string describe(Unread const& why);

/// Read-only memory that another process has filled and nobody can write to any more. Its bytes are where that process
/// put them: a snapshot of some megabytes is not copied once more.
class FilledMemory {
public:
    FilledMemory() = default;
    /// All of the memory behind a descriptor. Empty when the kernel refuses it.
    static FilledMemory of(int descriptor);
    FilledMemory(FilledMemory&& other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}
    FilledMemory& operator=(FilledMemory&& other) noexcept;
    ~FilledMemory();
    [[nodiscard]] std::span<std::uint8_t const> bytes() const { return m_bytes; }

private:
    std::span<std::uint8_t const> m_bytes;
};

/// A process that does what may never return, and leaves what comes of it in memory that it shares with the one that
/// started it. It is killed with that one. One that the kernel holds in a call stays until the kernel lets it go, and
/// then ends: nobody waits for it, and it has no descriptor of the process that started it.
///
/// To be started while this process has one thread, and with SIGCHLD not ignored.
class Errand {
public:
    explicit Errand(std::function<Bytes()> const& work);
    /// One that writes what comes of it into the memory itself, by its descriptor; nothing returned is success.
    explicit Errand(std::function<std::optional<Unread>(int memory)> const& work);
    Errand(Errand&& other) noexcept;
    Errand& operator=(Errand&&) = delete;
    ~Errand();
    /// What came of it, by `until` at the latest. What is there already counts even when that has passed. To be asked
    /// once, for one of the two.
    [[nodiscard]] tl::expected<FilledMemory, Unread> memory(Instant until);
    [[nodiscard]] Bytes result(Instant until);

private:
    void end();

    pid_t m_pid = -1;
    UniqueFd m_pipe;
    UniqueFd m_memory;
};

/// Begins to read a file of at most `largest` bytes, following links. Never opens a terminal as its own, and never
/// waits for whoever writes into a FIFO.
Errand begin_reading(std::string const& path, std::size_t largest);
/// Begins to list a folder.
Errand begin_listing(std::string const& folder);
/// The names that a listing sent, sorted by their bytes.
std::vector<std::string> names_in(std::string const& listing);

}  // namespace halte
