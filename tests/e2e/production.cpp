/// The accessibility tree says what is on the screen: it must have no way out of the program that visitors touch.
#include <doctest/doctest.h>

#include "rig/process.h"
#include "rig/skip.h"

using namespace halte::rig;

namespace {

std::string const tree = "HALTE_TREE";

bool holds(std::string const& program, std::string const& words) {
    std::string const bytes = text_of(programs() / program);
    INFO(program);
    REQUIRE(bytes != "");
    return bytes.find(words) != std::string::npos;
}

/// Without the program that can, the others prove nothing. It needs packages that they do not.
bool can_be_told() {
    if (fs::exists(programs() / "observed-visitor")) return true;
    skip("observed-visitor is not built: see tests/e2e/CMakeLists.txt for the packages it needs");
    return false;
}

}  // namespace

TEST_CASE("The visitor program cannot write its accessibility tree") {
    if (can_be_told()) CHECK_FALSE(holds("halte-visitor", tree));
}

TEST_CASE("The supervisor cannot either") {
    if (can_be_told()) CHECK_FALSE(holds("halte", tree));
}

TEST_CASE("The visitor program of the tests can") {
    if (can_be_told()) CHECK(holds("observed-visitor", tree));
}
