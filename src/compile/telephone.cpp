#include "telephone.h"

#include <algorithm>
#include <array>
#include <string>

namespace halte {
namespace {

/// 04 and a digit from 5 on are mobile telephones, which have one digit more than all others. 04 2 and 04 3 are Liège.
bool is_mobile(std::string_view after_zero) { return after_zero[0] == '4' && after_zero[1] >= '5'; }

/// The digits after the 0 that Belgian numbers begin with, or after +32, where that 0 is not dialled.
bool is_belgian(std::string_view after_zero) {
    if (after_zero.size() != 8 && after_zero.size() != 9) return false;
    return after_zero[0] != '0' && is_mobile(after_zero) == (after_zero.size() == 9);
}

/// 112, 1712, Europe's 116 000, and the four digits to which text messages are sent.
bool is_short(std::string_view digits) {
    if (digits.size() == 6) return digits.starts_with("116");
    return digits.size() == 3 ? digits[0] == '1' : digits.size() == 4 && digits[0] != '0';
}

/// Our neighbours' own 0 is not dialled after their country; some countries farther away keep theirs.
bool has_zero_of_its_country(std::string_view digits) {
    constexpr std::array<std::string_view, 4> neighbours{"31", "33", "44", "49"};
    return std::ranges::any_of(neighbours, [&](std::string_view country) {
        return digits.starts_with(country) && digits.substr(country.size()).starts_with('0');
    });
}

bool is_with_country(std::string_view digits) {
    if (digits.starts_with("32")) return is_belgian(digits.substr(2));
    return digits.size() >= 8 && digits.size() <= 15 && digits[0] != '0' && !has_zero_of_its_country(digits);
}

/// Groups of digits with one space between them.
bool is_plainly_written(std::string_view number) {
    bool const plain = std::ranges::all_of(number, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
    bool const framed = number.empty() || number.front() == ' ' || number.back() == ' ';
    return plain && !framed && number.find("  ") == std::string_view::npos;
}

}  // namespace

bool can_be_called(std::string_view number) {
    bool const with_country = number.starts_with('+');
    if (with_country) number.remove_prefix(1);
    if (!is_plainly_written(number)) return false;
    std::string digits(number);
    std::erase(digits, ' ');
    if (with_country) return is_with_country(digits);
    return digits[0] == '0' ? is_belgian(std::string_view(digits).substr(1)) : is_short(digits);
}

}  // namespace halte
