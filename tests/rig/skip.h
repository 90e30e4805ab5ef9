#pragma once
/// A test that this machine cannot make says so and why; tests/run counts it as skipped and shows the reason.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace halte::rig {

/// To be returned after, before anything was checked.
inline void skip(std::string const& reason) {
    fmt::print("skip {}: {}\n", doctest::getContextOptions()->currentTest->m_name, reason);
}

}  // namespace halte::rig
