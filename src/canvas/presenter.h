#pragma once
/// How a frame comes from the buffer that it is painted in to the screen, at the least cost that the driver offers.

#include <halte/accessibility.h>

#include <string>
#include <vector>

struct GLFWwindow;

namespace halte {

class Presenter {
public:
    enum class Way {
        by_age,   ///< GLX_EXT_buffer_age: buffers change places, and the driver says which frame the next one holds
        by_copy,  ///< GLX_MESA_copy_sub_buffer: there is one buffer, and parts of it are copied to the screen
        whole     ///< neither: every frame is painted whole
    };

    /// `window` outlives it, and its context is the current one.
    explicit Presenter(GLFWwindow* window, int height_px);

    [[nodiscard]] Way way() const { return m_way; }
    /// Which frame the buffer to be painted in holds: so many frames ago it was painted; 0 when that is not known.
    [[nodiscard]] int age() const;
    /// With the one on the screen: at most so many frames must be painted whole until none before them is left.
    [[nodiscard]] int buffers() const { return m_way == Way::by_copy ? 1 : 4; }
    /// Shows what was painted there. Nothing changes on the screen when there are no rectangles.
    void present(std::vector<PixelRect> const& painted);
    /// The screen has lost the picture: the next frame is painted whole.
    void forget() { m_known = false; }

private:
    GLFWwindow* m_window;
    int m_height_px;
    Way m_way;
    bool m_known = false;  ///< whether a frame was shown since the picture was lost
};

}  // namespace halte
