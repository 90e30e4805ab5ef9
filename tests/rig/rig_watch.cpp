// rig-watch: eyes for tests. It looks at what a person would see, the root window of DISPLAY with everything on it.
//
//   rig-watch picture FILE        one picture, as a PPM file
//   rig-watch hash                one picture's hash, and "blank" when it has one colour only, else "drawn"
//   rig-watch changes X Y W H     samples that rectangle as fast as it can and prints "MILLISECONDS picture HASH" for
//                                 each change. A line on the standard input is printed between them as "MILLISECONDS
//                                 mark LINE"; at the input's end comes "MILLISECONDS samples COUNT".
#include <poll.h>

#include <chrono>
#include <cstdio>
#include <iostream>
#include <stdexcept>
#include <string>
#include <utility>

#include "eye.h"

namespace {

using halte::rig::Eye;
using halte::rig::Rectangle;

void save_picture(std::string const& path) {
    Eye eye;
    eye.look();
    halte::rig::save(eye.picture(), path);
}

void print_hash() {
    Eye eye;
    eye.look();
    std::printf("%016llx %s\n", static_cast<unsigned long long>(eye.hash()), eye.picture().blank() ? "blank" : "drawn");
}

long long milliseconds() {
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

bool line_waits() {
    pollfd input{0, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

void print_changes(Rectangle const& rectangle) {
    Eye eye(rectangle);
    std::uint64_t last = 0;
    long long samples = 0;
    for (std::string line;;) {
        if (line_waits()) {
            if (!std::getline(std::cin, line)) break;
            std::printf("%lld mark %s\n", milliseconds(), line.c_str());
        }
        eye.look();
        ++samples;
        std::uint64_t const hash = eye.hash();
        if (hash != std::exchange(last, hash))
            std::printf("%lld picture %016llx\n", milliseconds(), static_cast<unsigned long long>(hash));
        std::fflush(stdout);
    }
    std::printf("%lld samples %lld\n", milliseconds(), samples);
}

void obey(int count, char** arguments) {
    std::string const verb = count > 1 ? arguments[1] : "";
    if (verb == "picture" && count == 3) return save_picture(arguments[2]);
    if (verb == "hash" && count == 2) return print_hash();
    if (verb == "changes" && count == 6)
        return print_changes(
            {std::stoi(arguments[2]), std::stoi(arguments[3]), std::stoi(arguments[4]), std::stoi(arguments[5])});
    throw std::runtime_error("usage: rig-watch picture FILE | hash | changes X Y W H");
}

}  // namespace

int main(int count, char** arguments) try {
    obey(count, arguments);
    return 0;
} catch (std::exception const& fault) {
    std::cerr << "rig-watch: " << fault.what() << '\n';
    return 1;
}
