#include "table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace halte::rig::bench {
namespace {

template <class Value>
double median_of(std::vector<Pair> const& pairs, Value const& value) {
    std::vector<double> values;
    std::ranges::transform(pairs, std::back_inserter(values), value);
    return median(std::move(values));
}

void print_line(std::string const& measure, std::string const& ours, std::string const& floor, std::string const& ratio,
                std::string const& goal, std::string const& met) {
    fmt::print("{:<58} {:>11} {:>16} {:>7} {:>6}  {}\n", measure, ours, floor, ratio, goal, met);
}

std::string met(Row const& row) {
    if (!row.goal) return "";
    return (row.ratio ? *row.ratio : std::stod(row.ours)) <= *row.goal ? "yes" : "NO";
}

}  // namespace

double percentile(std::vector<double> values, int percent) {
    std::ranges::sort(values);
    return values.at(std::size_t(std::floor(double(values.size() - 1) * percent / 100 + 0.5)));
}

double median(std::vector<double> values) { return percentile(std::move(values), 50); }

double median_of_ours(std::vector<Pair> const& pairs) { return median_of(pairs, &Pair::ours); }
double median_of_floors(std::vector<Pair> const& pairs) { return median_of(pairs, &Pair::floor); }
double median_ratio(std::vector<Pair> const& pairs) {
    return median_of(pairs, [](Pair const& pair) { return pair.ours / pair.floor; });
}

std::string milliseconds(double us) { return fmt::format("{:.1f} ms", us / 1000); }
std::string megabytes(double kb) { return fmt::format("{:.1f} MB", kb / 1024); }
std::string millions(double count) { return fmt::format("{:.1f} M", count / 1e6); }

void Table::print() const {
    if (empty()) return;
    fmt::print("\n");
    print_line("measure", "ours", m_floor, "ratio", "goal", "met");
    for (Row const& row : m_rows)
        print_line(row.measure, row.ours, row.floor, row.ratio ? fmt::format("{:.2f}", *row.ratio) : "-",
                   row.goal ? fmt::format("{:g}", *row.goal) : "-", met(row));
}

}  // namespace halte::rig::bench
