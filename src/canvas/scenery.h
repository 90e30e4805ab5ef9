#pragma once
/// The one picture: dawn, a sun, two hills, two trees, a bench under a shelter, a lamp. Discs and rounded rectangles
/// only. It tells people in the room nothing of what the terminal is for, and it is never mirrored.

#include "painter.h"

namespace halte {

class Scenery {
public:
    /// `scale` is 1 in landscape and 1.5 in portrait. Below `ground` the hills lighten into the paper.
    Scenery(Painter& painter, Theme const& theme, float scale, float ground);
    void draw();

private:
    struct Hill {
        float x = 0;
        float y = 0;
        float radius = 0;
        [[nodiscard]] float top(float at) const;
    };
    void sky();
    void meadow();
    void tree(float x, float height, float radius);
    void shelter();
    void lamp();
    void beam(float x, float above, float w, float h);
    void post(float x, float above);
    void disc(float x, float y, float radius, Colour colour);
    void rect(float x, float y, float w, float h, Colour colour, float radius);

    Painter& m_painter;
    Theme const& m_theme;
    float m_scale;
    float m_width;
    float m_ground;
    Hill m_far;
    Hill m_near;
    float m_shelter_x;
    float m_shelter_y;
};

}  // namespace halte
