#pragma once
/// A directory as long as a whole country's could become: generated records in one situation, the same ones for the
/// same seed. They are no facts: names and streets say that they are examples, and no number of them can be given to
/// anybody (behind 02 none begins with 0).

#include <cstdint>
#include <filesystem>
#include <string>

namespace halte::test {

struct ManyServices {
    int count = 0;  ///< at most 10,000, each with a number of its own
    std::string situation = "rape";
    std::uint32_t seed = 21;
};

/// Adds them to the records of a data folder, as files of their own. A smaller number of them is the beginning of a
/// larger one.
void add_many_services(std::filesystem::path const& data, ManyServices const& many);

}  // namespace halte::test
