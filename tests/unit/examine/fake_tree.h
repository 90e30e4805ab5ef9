#pragma once
/// A machine made of files: what a kernel and a system would tell of themselves, in a folder that is gone with the
/// test.

#include <string>

#include "support/temporary_folder.h"
#include "tree.h"

namespace halte::test {

class FakeTree {
public:
    FakeTree& with(std::string const& path, std::string const& text) {
        write_file(m_root + path, text);
        return *this;
    }
    [[nodiscard]] Tree tree() const { return Tree(m_root); }

private:
    TemporaryFolder m_folder;
    std::string m_root = m_folder.path();
};

/// An EDID that says so many centimetres, and so many millimetres in its first detailed timing.
inline std::string edid_of(int width_cm, int height_cm, int width_mm, int height_mm) {
    std::string edid(128, '\0');
    edid.replace(0, 8, std::string("\0\xFF\xFF\xFF\xFF\xFF\xFF\0", 8));
    edid[21] = char(width_cm);
    edid[22] = char(height_cm);
    edid[54] = 2;  // a pixel clock: this descriptor is a timing
    edid[66] = char(width_mm & 0xFF);
    edid[67] = char(height_mm & 0xFF);
    edid[68] = char((width_mm >> 8) << 4 | height_mm >> 8);
    return edid;
}

}  // namespace halte::test
