#pragma once
/// Which of a language's plural forms goes with a number, by gettext's own line: "nplurals=2; plural=(n != 1);". It is
/// evaluated when a snapshot is built, so that the visitor's program reads a table and no expression.

#include <optional>
#include <string>
#include <string_view>

namespace halte {

struct PluralRule {
    int forms = 1;
    /// The digit at `n` is the form of n, for 0 to 199. From 100 on rules look at the last two digits only, so that
    /// the form of a larger n is that of 100 + n % 100.
    std::string form_of;

    /// Whether a form stands for one number alone, so that its words need not show it: "two places" is a word in
    /// Arabic.
    [[nodiscard]] bool is_of_one_number(int form) const;
};

/// Nothing when the line is not one that gettext takes, has more than six forms, or gives a form that it does not have.
std::optional<PluralRule> parse_plural_rule(std::string_view line);

}  // namespace halte
