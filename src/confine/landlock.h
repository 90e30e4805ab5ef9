#pragma once
/// Landlock's system calls as a class. The headers of Debian 12 know its version 2 only, so the numbers stand here,
/// from the kernel's user interface (linux/landlock.h).

#include <halte/base.h>

#include <cstdint>
#include <string>

namespace halte::landlock {

using Rights = std::uint64_t;

// What can be done to files.
inline constexpr Rights execute = 1U << 0U;
inline constexpr Rights write_file = 1U << 1U;
inline constexpr Rights read_file = 1U << 2U;
inline constexpr Rights read_folder = 1U << 3U;
inline constexpr Rights remove_folder = 1U << 4U;
inline constexpr Rights remove_file = 1U << 5U;
inline constexpr Rights make_device = 1U << 6U | 1U << 11U;
inline constexpr Rights make_folder = 1U << 7U;
inline constexpr Rights make_file = 1U << 8U;
inline constexpr Rights make_socket = 1U << 9U;
inline constexpr Rights make_fifo = 1U << 10U;
inline constexpr Rights make_link = 1U << 12U;
inline constexpr Rights move_elsewhere = 1U << 13U;  ///< from version 2 on; refused always before
inline constexpr Rights truncate = 1U << 14U;        ///< from version 3 on
inline constexpr Rights control_device = 1U << 15U;  ///< ioctl; from version 5 on

inline constexpr Rights read = read_file | read_folder;
inline constexpr Rights change = write_file | remove_folder | remove_file | make_device | make_folder | make_file |
                                 make_socket | make_fifo | make_link | move_elsewhere | truncate;

// From version 4 on: TCP.
inline constexpr Rights tcp = 1U << 0U | 1U << 1U;
// From version 6 on: what lies outside the process and its children.
inline constexpr Rights abstract_sockets = 1U << 0U;
inline constexpr Rights signals = 1U << 1U;

/// What a set of rules takes away, but for what it allows again. The kernel takes the fields in this order.
struct Taken {
    Rights files = 0;
    Rights net = 0;
    Rights outside = 0;
};

class Ruleset {
public:
    /// What this kernel's version does not know is left out of `taken`.
    static Result<Ruleset> create(Taken taken);
    /// Gives rights back beneath a folder, or to one file. A path that does not exist is passed over.
    Result<void> allow(std::string const& path, Rights rights);
    /// Holds this thread, and what it starts from now on, to the rules. Sets PR_SET_NO_NEW_PRIVS.
    Result<void> enforce();

private:
    Taken m_taken;
    UniqueFd m_rules;
};

}  // namespace halte::landlock
