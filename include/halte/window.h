#pragma once
/// The window on the X server, and the inputs that come through it. It knows no widget and no visit.

#include <halte/accessibility.h>
#include <halte/base.h>
#include <halte/input.h>
#include <sys/types.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace halte {

/// The window, fullscreen or of a given size, on an X server. It is created hidden and shown by show().
class Window {
public:
    struct Options {
        int width_px = 0;  ///< 0: the whole main monitor
        int height_px = 0;
        KeyTable keys = KeyTable::usual();
        Clock const* clock = nullptr;  ///< by which an input has its time; the machine's when there is none
    };
    /// From here on a refusal of the X server that leaves the screen without a picture, and its loss, end this process
    /// with ExitCode::no_display and a sentence.
    static Result<Window> create(Options const& options);
    Window(Window&&) noexcept;
    Window& operator=(Window&&) noexcept;
    ~Window();
    [[nodiscard]] int width_px() const;
    [[nodiscard]] int height_px() const;
    /// To be followed by a frame.
    void show();
    /// Which frame the buffer holds that is painted next: so many frames ago it was painted; 0 when that is not known.
    [[nodiscard]] int buffer_age() const;
    [[nodiscard]] int buffers() const;  ///< how many pictures the driver may keep, the one on the screen among them
    /// Shows the frame that was painted there, unless OpenGL could not: see failed(). No rectangles, no change.
    void present(std::vector<PixelRect> const& painted);
    /// Whether OpenGL has ever reported an error. What it draws from then on may be anything: end the process.
    [[nodiscard]] bool failed() const;
    /// Sleeps until an input comes, or for `longest`, and gives those that came.
    std::vector<Input> wait(std::optional<Milliseconds> longest);
    [[nodiscard]] bool needs_drawing() const;  ///< the window system lost our picture
    /// See server.h. Of the server that the window is on; to be asked once this process has opened all that it opens.
    [[nodiscard]] std::string server_state() const;
    [[nodiscard]] bool is_of_this_server(std::string const& state) const;
    [[nodiscard]] std::string fault_of_server() const;
    /// The names of what could not be put back. The window has the keyboard's focus afterwards.
    [[nodiscard]] std::vector<std::string> put_server_back(std::string const& state, std::vector<pid_t> const& dead);
    /// The OpenGL that draws in it: "OpenGL 4.5 Mesa 22.3.6, llvmpipe".
    [[nodiscard]] std::string graphics() const;
    /// Whether the main monitor has the place and the size that it had when the window was created. It asks the X
    /// server, so it is answered by one that is there, and by none that hangs.
    [[nodiscard]] bool fits_screen() const;
    [[nodiscard]] bool closed() const;  ///< by hand; a window over the whole screen never is
    /// The picture on the screen, RGB, top row first; for the tour's pictures.
    [[nodiscard]] std::vector<std::uint8_t> pixels() const;

    struct Inside;

private:
    explicit Window(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> m_inside;
};

}  // namespace halte
