#include <doctest/doctest.h>
#include <halte/mounting.h>

using namespace halte;

TEST_CASE("keys are brought down from the start where the picture ends higher than can be reached") {
    struct Row {
        std::optional<double> lower_edge_mm;
        double height_mm;
        Shelf shelf;
        Reach reach;
    };
    Row const table[] = {
        {932, 268, Shelf::absent, Reach::everywhere},   {933, 268, Shelf::absent, Reach::low},
        {832, 268, Shelf::in_front, Reach::everywhere}, {833, 268, Shelf::in_front, Reach::low},
        {500, 708, Shelf::absent, Reach::low},          {{}, 952, Shelf::in_front, Reach::everywhere},
    };
    for (Row const& row : table) CHECK(first_reach({row.lower_edge_mm, row.height_mm, row.shelf}) == row.reach);
}

TEST_CASE("keys that were brought down stand in 55 % of the picture, from its foot") {
    Mounting const mounting{500, 700};
    CHECK(top_of_controls_mm(mounting, Reach::everywhere) == doctest::Approx(1200));
    CHECK(top_of_controls_mm(mounting, Reach::low) == doctest::Approx(885));
}
