#pragma once
/// How many values an enumeration has, known when the program is compiled, so that a table with a row for each value
/// can be checked then. For enumerations that count from 0 without a gap.

#include <cstddef>
#include <string_view>

namespace halte {

/// Whether Enum(value) has a name. The compiler's own name of this function tells: it writes "halte::Screen::welcome"
/// for a value that has one, and "(halte::Screen)10" for one that has not.
template <auto value>
constexpr bool has_name() {
    std::string_view const function = __PRETTY_FUNCTION__;
    return function.substr(function.find("value = ") + 8, 1) != "(";
}

template <class Enum, std::size_t first = 0>
constexpr std::size_t count_of_values() {
    if constexpr (has_name<static_cast<Enum>(first)>())
        return count_of_values<Enum, first + 1>();
    else
        return first;
}

/// Whether `rows` has one row for each value of Enum, in the order of the values. A row names its value in the member
/// that `key` points to.
template <class Enum, class Rows, class Row>
constexpr bool has_a_row_for_each(Rows const& rows, Enum Row::* key) {
    std::size_t place = 0;
    for (Row const& row : rows)
        if (row.*key != static_cast<Enum>(place++)) return false;
    return place == count_of_values<Enum>();
}

}  // namespace halte
