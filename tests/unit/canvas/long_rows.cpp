#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "long_rows.h"

using halte::LongRows;

namespace {

constexpr int many = 10'000;
constexpr float page_rp = 800;

/// Rows of several heights, none of which is the mean.
float height_of_row(int row) { return 100 + float(row * 7 % 5) * 30; }

/// A list as it is scrolled: counts the rows that are measured, and remembers where those stood that were to be seen.
struct ScrolledRows {
    LongRows rows;
    int measured = 0;
    std::map<int, float> seen{};

    explicit ScrolledRows(int count = many) { rows.expect(count, 170); }
    void to(float offset) {
        measured = 0;
        rows.lay_out(offset - page_rp / 2, offset + 2 * page_rp, [&](int row) {
            ++measured;
            return height_of_row(row);
        });
    }
    /// How far any row has moved that is still to be seen, since the last time.
    float moved() {
        float most = 0;
        std::map<int, float> now;
        for (int row = rows.first(); row < rows.end(); ++row) now[row] = rows.top_of(row);
        for (auto const& [row, top] : now)
            if (auto const before = seen.find(row); before != seen.end())
                most = std::max(most, std::abs(top - before->second));
        seen = now;
        return most;
    }
};

float true_top(int row) {
    float top = 0;
    for (int at = 0; at < row; ++at) top += height_of_row(at);
    return top;
}

}  // namespace

TEST_CASE("of a long list going down measures what can be seen, and every row stands under the one before it") {
    ScrolledRows list;
    for (float offset = 0; offset < 20 * page_rp; offset += page_rp * 0.8F) {
        list.to(offset);
        CHECK(list.measured < 40);
        CHECK(list.rows.first() < list.rows.end());
        CHECK(list.rows.top_of(list.rows.first()) <= std::max(0.0F, offset - page_rp / 2));
        CHECK(list.rows.top_of(list.rows.end()) >= offset + 2 * page_rp);
        for (int row = list.rows.first(); row < list.rows.end(); ++row)
            CHECK(list.rows.top_of(row) == doctest::Approx(true_top(row)));
    }
}

TEST_CASE("the estimate of a long list is near, and exact at its end") {
    ScrolledRows list(300);
    list.to(0);
    CHECK(list.rows.height() == doctest::Approx(true_top(300)).epsilon(0.05));
    for (float offset = 0; offset < list.rows.height(); offset += page_rp) list.to(offset);
    CHECK(list.rows.height() == doctest::Approx(true_top(300)));
    CHECK(list.rows.end() == 300);
}

TEST_CASE("a jump to the end of a long list measures what can be seen there, and what follows stays in its place") {
    ScrolledRows list;
    list.to(0);
    float const all = list.rows.height();
    list.to(all - page_rp);
    CHECK(list.measured < 40);
    CHECK(list.rows.end() == many);
    CHECK(list.rows.height() == all);
    CHECK(list.rows.top_of(many - 1) == doctest::Approx(all - height_of_row(many - 1)));
}

TEST_CASE("going up from the end of a long list moves nothing that can be seen, up to its first rows") {
    ScrolledRows list(120);
    list.to(0);
    float const all = list.rows.height();
    int laid_out = 0;
    ScrolledRows fresh(120);
    fresh.rows.expect(120, all / 120);
    for (float offset = all - page_rp; offset > page_rp; offset -= page_rp / 4) {
        fresh.to(offset);
        CHECK(fresh.moved() <= 0.01F);
        laid_out += fresh.measured;
    }
    CHECK(laid_out > 100);
    fresh.to(0);
    CHECK(fresh.rows.first() == 0);
    CHECK(fresh.rows.top_of(0) == 0);
}

TEST_CASE("a long list whose rows are higher than was thought has all of them on the way up") {
    LongRows rows;
    rows.expect(100, 50);
    auto const height = [](int) { return 130.0F; };
    for (float offset = 5'000; offset >= 0; offset -= 200) {
        rows.lay_out(offset - page_rp / 2, offset + 2 * page_rp, height);
        REQUIRE(rows.first() < rows.end());
        CHECK(rows.top_of(rows.first()) <= std::max(0.0F, offset - page_rp / 2));
        CHECK(rows.top_of(rows.first()) >= 0);
    }
    CHECK(rows.first() == 0);
}

TEST_CASE("a long list that has a row less keeps what was laid out") {
    ScrolledRows list;
    for (float offset = 0; offset < 10 * page_rp; offset += page_rp) list.to(offset);
    float const before = list.rows.top_of(list.rows.first());
    list.rows.expect(many - 1, 170);
    CHECK(list.rows.top_of(list.rows.first()) == before);
    list.rows.expect(10, 170);
    list.to(0);
    CHECK(list.rows.height() == doctest::Approx(true_top(10)));
    list.rows.expect(0, 170);
    CHECK(list.rows.height() == 0);
}

TEST_CASE("of a long list that cannot be seen nothing is measured") {
    ScrolledRows list;
    list.to(-5 * page_rp);
    CHECK(list.measured == 0);
    CHECK(list.rows.first() == list.rows.end());
    CHECK(list.rows.height() == many * 170);
    list.to(many * 170 + page_rp);
    CHECK(list.measured == 0);
}
