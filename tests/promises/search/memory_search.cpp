// memory-search: looks for secrets in the memory of processes, in every form that they may have taken.
//
//   memory-search derive CANARIES > NEEDLES                      what canaries.h says of that file, as needles
//   memory-search search NEEDLES [--own SNAPSHOT] PID...         in processes
//   memory-search search NEEDLES [--own SNAPSHOT] --file FILE    in a file, such as the memory of a whole machine
//   memory-search encodings                                      the forms of a text, each with its reason
//
// A search prints, with tabs between the fields:
//   hit       PID NAME, canary, form, where (rights and file of the mapping), address of the first, how many
//   own       the same, of what lies within a copy of SNAPSHOT: the words that every process has from its start
//   unread    PID NAME, where, bytes that the kernel let nobody read
//   searched  PID NAME, bytes, copies of the snapshot, hits, milliseconds
// It ends with 0 when there was no hit, 1 when there was one, and 2 when it could not search.
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

#include "canaries.h"
#include "search.h"
#include "text_needles.h"

namespace halte::test {
namespace {

using Words = std::vector<std::string>;

std::ifstream opened(std::string const& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(path + " cannot be read");
    return file;
}

struct Task {
    std::vector<Needle> needles;
    std::vector<std::uint8_t> snapshot;
    std::vector<Memory> memories;
};

Task task_of(Words const& words) {
    Task task;
    auto needles = opened(words.at(1));
    task.needles = read_needles(needles);
    for (std::size_t at = 2; at < words.size(); ++at) {
        if (words[at] == "--own") {
            auto file = opened(words.at(++at));
            task.snapshot.assign(std::istreambuf_iterator<char>(file), {});
        } else if (words[at] == "--file") {
            task.memories.push_back(Memory::of_file(words.at(++at)));
        } else {
            task.memories.push_back(Memory::of_process(std::stoi(words[at])));
        }
    }
    if (task.needles.empty() || task.memories.empty()) throw std::runtime_error("There is nothing to search");
    return task;
}

/// How many hits there were outside the snapshot.
int report(Memory const& memory, Task const& task) {
    auto const begun = std::chrono::steady_clock::now();
    Findings const found = search(memory, task.needles, task.snapshot);
    auto const took = std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now() - begun).count();
    int hits = 0;
    for (Hit const& hit : found.hits) {
        Needle const& needle = task.needles[hit.needle];
        fmt::print("{}\t{}\t{}\t{}\t{}\t{:#x}\t{}\n", hit.in_snapshot ? "own" : "hit", memory.owner(), needle.canary,
                   needle.encoding, hit.where, hit.address, hit.times);
        hits += hit.in_snapshot ? 0 : hit.times;
    }
    for (Unread const& unread : found.unread)
        fmt::print("unread\t{}\t{}\t{}\n", memory.owner(), unread.where, unread.bytes);
    fmt::print("searched\t{}\t{}\t{}\t{}\t{}\n", memory.owner(), found.bytes, found.snapshots, hits, took);
    return hits;
}

void print_encodings() {
    auto const print = [](auto const& forms) {
        for (auto const& form : forms) fmt::print("{:<28}{}\n", form.name, form.reason);
    };
    print(spellings());
    print(letter_layouts());
    print(glyph_layouts());
    print(other_forms());
}

int run(Words const& words) {
    std::string const task = words.empty() ? "" : words[0];
    if (task == "encodings") {
        print_encodings();
    } else if (task == "derive" && words.size() == 2) {
        auto canaries = opened(words[1]);
        write_needles(std::cout, needles_of_canaries(canaries));
    } else if (task == "search" && words.size() > 2) {
        Task const search = task_of(words);
        int hits = 0;
        for (Memory const& memory : search.memories) hits += report(memory, search);
        return hits > 0 ? 1 : 0;
    } else {
        throw std::runtime_error("memory-search derive CANARIES | search NEEDLES [--own SNAPSHOT] PID... | encodings");
    }
    return 0;
}

}  // namespace
}  // namespace halte::test

int main(int count, char** words) try {
    return halte::test::run({words + 1, words + count});
} catch (std::exception const& fault) {
    fmt::print(stderr, "memory-search: {}.\n", fault.what());
    return 2;
}
