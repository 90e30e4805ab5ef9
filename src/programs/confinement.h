#pragma once
/// What a visitor process gives up, and when: each mechanism of confine.h at the earliest moment at which the start can
/// do without it. On older kernels less is in force, in this order, each line without those above it:
///
///     Landlock 6, Linux 6.12   abstract sockets of others, signals to others
///     Landlock 5, Linux 6.10   control (ioctl) of the devices that may only be read
///     Landlock 4, Linux 6.7    TCP, from the start on; after the first frame seccomp refuses every new socket
///     Landlock 3, Linux 6.2    truncating by path; after the first frame seccomp refuses it
///     Landlock 1, Linux 5.13   reading what is on no list, and writing before the first frame
///     none                     seccomp alone: after the first frame nothing is written, but any file can be read
///
/// Debian 12 has version 2, Debian 13 version 6. `halte --check` says what this machine has.

#include <halte/confine.h>
#include <halte/examine.h>

namespace halte {

class Confinement {
public:
    /// Test builds may leave it out.
    explicit Confinement(bool wanted) : m_wanted(wanted), m_landlock(landlock_version()) {}

    /// Settings and directory have been read by then, and are not to be read again.
    Result<void> before_anything_is_opened();
    Result<void> once_there_is_a_window();
    Result<void> before_the_first_finger();
    /// To the log: what this kernel does not offer, or this machine does not allow.
    void tell_what_is_missing() const;
    /// For --check: every mechanism, with what it does here.
    [[nodiscard]] Problems findings() const;

private:
    [[nodiscard]] Problem swap_finding() const;

    bool m_wanted;
    int m_landlock;  ///< asked at the start: a confined process may not
    MechanismState m_files = MechanismState::not_offered;
    MechanismState m_sockets = MechanismState::not_offered;
    MechanismState m_calls = MechanismState::not_offered;
    bool m_has_swap = has_swap();
    std::string m_swap_complaint;
};

}  // namespace halte
