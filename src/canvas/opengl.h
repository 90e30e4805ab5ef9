#pragma once
/// Which OpenGL there is, and whether it can draw what is drawn here. Without these, a function that is missing would
/// be called, or every frame would fail.

#include <string>

namespace halte {

/// As the driver tells it; the strings may be anything.
struct OpenGl {
    std::string version;    ///< "4.5 (Compatibility Profile) Mesa 22.3.6"
    std::string renderer;   ///< "llvmpipe (LLVM 15.0.6, 256 bits)"
    bool swizzles = false;  ///< textures whose channels can be exchanged, which came with 3.3
};

/// Of the context that is current.
OpenGl ask_opengl();
/// A sentence with the cure; empty when it can draw.
std::string fault_of(OpenGl const& opengl);
/// What to do about a driver that does not serve.
extern char const* const cure_of_opengl;

}  // namespace halte
