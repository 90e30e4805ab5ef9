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

tl::unexpected<Unread> refused(int number) { return tl::unexpected(Unread{Unread::Kind::refused, number}); }

/// `expected` is what the file says of its size; some say that they have no bytes, and never end.
Bytes read_from(int file, std::size_t expected, std::size_t largest) {
    constexpr std::size_t at_least = 1 << 16;
    std::string bytes(expected + at_least, '\0');
    for (std::size_t size = 0; size <= largest;) {
        if (size == bytes.size()) bytes.resize(2 * size);
        ssize_t const count = read(file, bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno != EINTR) return refused(errno);
        if (count == 0) return bytes.erase(size);
        size += std::size_t(std::max<ssize_t>(count, 0));
    }
    return tl::unexpected(Unread{Unread::Kind::too_large, 0});
}

Bytes read_file(std::string const& path, std::size_t largest) {
    UniqueFd const file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat about{};
    if (!file || fstat(file.get(), &about) != 0) {
        // What the kernel says of a socket.
        if (errno == ENXIO) return tl::unexpected(Unread{Unread::Kind::no_file, 0});
        return refused(errno);
    }
    if (S_ISDIR(about.st_mode)) return refused(EISDIR);
    if (!S_ISREG(about.st_mode)) return tl::unexpected(Unread{Unread::Kind::no_file, 0});
    if (std::size_t(about.st_size) > largest) return tl::unexpected(Unread{Unread::Kind::too_large, 0});
    return read_from(file.get(), std::size_t(about.st_size), largest);
}

/// No name holds a zero.
Bytes list_folder(std::string const& path) {
    std::unique_ptr<DIR, int (*)(DIR*)> const folder(opendir(path.c_str()), closedir);
    if (!folder) return refused(errno);
    std::string names;
    errno = 0;
    while (dirent const* const entry = readdir(folder.get())) {
        std::string const name = entry->d_name;
        if (name != "." && name != "..") names += name + '\0';
        errno = 0;
    }
    if (errno != 0) return refused(errno);
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
    return Errand([&] { return read_file(path, largest); });
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
