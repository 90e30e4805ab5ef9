#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <span>

#include "write_atomically.h"

namespace halte {
namespace fs = std::filesystem;
namespace {

Failure refused(fs::path const& output) {
    int const fault = errno;
    return failure(fmt::format("{} cannot be written: {}", output.string(), std::strerror(fault)));
}

/// False with errno set when the disk does not take all of it.
bool write_all(int file, std::span<std::uint8_t const> bytes) {
    while (!bytes.empty()) {
        ssize_t const taken = write(file, bytes.data(), bytes.size());
        if (taken < 0 && errno == EINTR) continue;
        if (taken < 0) return false;
        bytes = bytes.subspan(std::size_t(taken));
    }
    return fsync(file) == 0;
}

/// A rename is on the disk only when its folder is; a cut before that leaves the old file, which is just as whole.
void keep_folder(fs::path const& folder) {
    UniqueFd const opened(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened) fsync(opened.get());
}

}  // namespace

Result<void> write_atomically(fs::path const& output, std::vector<std::uint8_t> const& bytes) {
    // A rename would put the file in the place of a device, such as /dev/stdout.
    std::error_code none;
    if (fs::is_other(output, none)) return failure(fmt::format("{} is a device and no file", output.string()));
    fs::path const folder = output.has_parent_path() ? output.parent_path() : fs::path(".");
    std::string beside = (folder / fmt::format(".{}.XXXXXX", output.filename().string())).string();
    UniqueFd file(mkostemp(beside.data(), O_CLOEXEC));
    if (!file) return refused(output);
    bool const written = write_all(file.get(), bytes) && fchmod(file.get(), 0644) == 0 &&
                         std::rename(beside.c_str(), output.c_str()) == 0;
    if (!written) {
        Failure const refusal = refused(output);
        unlink(beside.c_str());
        return refusal;
    }
    keep_folder(folder);
    return {};
}

}  // namespace halte
