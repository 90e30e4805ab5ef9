#include <halte/files.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

namespace halte {
namespace {

std::optional<Unread> refused(int number) { return Unread{Unread::Kind::refused, number}; }

/// Some files say that they have no bytes, and never end.
std::optional<Unread> copy(int file, int memory, std::size_t largest) {
    std::vector<char> part(1 << 16);
    for (std::size_t size = 0; size <= largest;) {
        ssize_t const count = read(file, part.data(), part.size());
        if (count < 0 && errno != EINTR) return refused(errno);
        if (count == 0) return std::nullopt;
        if (count > 0 && write(memory, part.data(), std::size_t(count)) != count) return refused(ENOMEM);
        size += std::size_t(std::max<ssize_t>(count, 0));
    }
    return Unread{Unread::Kind::too_large, 0};
}

std::optional<Unread> read_file(std::string const& path, std::size_t largest, int memory) {
    UniqueFd const file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat about{};
    if (!file || fstat(file.get(), &about) != 0) {
        // What the kernel says of a socket.
        if (errno == ENXIO) return Unread{Unread::Kind::no_file, 0};
        return refused(errno);
    }
    if (S_ISDIR(about.st_mode)) return refused(EISDIR);
    if (!S_ISREG(about.st_mode)) return Unread{Unread::Kind::no_file, 0};
    if (std::size_t(about.st_size) > largest) return Unread{Unread::Kind::too_large, 0};
    return copy(file.get(), memory, largest);
}

/// No name holds a zero.
Bytes list_folder(std::string const& path) {
    std::unique_ptr<DIR, int (*)(DIR*)> const folder(opendir(path.c_str()), closedir);
    if (!folder) return tl::unexpected(*refused(errno));
    std::string names;
    errno = 0;
    while (dirent const* const entry = readdir(folder.get())) {
        std::string const name = entry->d_name;
        if (name != "." && name != "..") names += name + '\0';
        errno = 0;
    }
    if (errno != 0) return tl::unexpected(*refused(errno));
    return names;
}

}  // namespace

std::string describe(Unread const& why) {
    switch (why.kind) {
        case Unread::Kind::no_file:
            return "it is no ordinary file";
        case Unread::Kind::too_large:
            return "it is too large";
        case Unread::Kind::silent:
            return "it does not answer";
        case Unread::Kind::refused:
            break;
    }
    return std::strerror(why.number);
}

Errand begin_reading(std::string const& path, std::size_t largest) {
    return Errand([&](int memory) { return read_file(path, largest, memory); });
}

Errand begin_listing(std::string const& folder) {
    return Errand([&] { return list_folder(folder); });
}

std::vector<std::string> names_in(std::string const& listing) {
    std::vector<std::string> names;
    for (std::size_t begin = 0; begin < listing.size();) {
        std::size_t const end = listing.find('\0', begin);
        names.push_back(listing.substr(begin, end - begin));
        begin = end + 1;
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace halte
