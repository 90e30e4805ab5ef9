#pragma once
/// Statistics, and the table that the measures end in. Times are microseconds, memory is kB.

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace halte::rig::bench {

/// A measure of ours and the floor's beside it, made one right after the other. A browser may be the floor.
struct Pair {
    double ours = 0;
    double floor = 0;
};

/// The value at that rank, the nearest one. There must be a value.
double percentile(std::vector<double> values, int percent);
double median(std::vector<double> values);
double median_of_ours(std::vector<Pair> const& pairs);
double median_of_floors(std::vector<Pair> const& pairs);
/// The median of the pairs' ratios: what else the machine does meanwhile counts for both of a pair or for neither.
double median_ratio(std::vector<Pair> const& pairs);

std::string milliseconds(double us);
std::string megabytes(double kb);
std::string millions(double count);

struct Row {
    std::string measure;
    std::string ours;
    std::string floor = "-";
    std::optional<double> ratio = std::nullopt;
    std::optional<double> goal = std::nullopt;  ///< the ratio's, or where there is none, that of ours, a bare number
};

class Table {
public:
    /// What the figures of ours stand beside, for the head.
    explicit Table(std::string floor) : m_floor(std::move(floor)) {}
    void add(Row const& row) { m_rows.push_back(row); }
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    void print() const;

private:
    std::string m_floor;
    std::vector<Row> m_rows;
};

}  // namespace halte::rig::bench
