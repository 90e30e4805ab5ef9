#include "plural_rule.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace halte {
namespace {

constexpr int most_forms = 6;
constexpr long numbers = 200;
constexpr int deepest = 50;

/// C's expressions over one unsigned n, with the operators of gettext's manual. A fault makes the whole value void.
class Expression {
public:
    Expression(std::string_view words, long n) : m_rest(words), m_n(n) {}

    std::optional<long> value() {
        long const found = choice();
        skip_spaces();
        if (m_wrong || !m_rest.empty()) return std::nullopt;
        return found;
    }

private:
    struct Operator {
        std::string_view sign;
        int level;
    };
    /// A sign that begins with another stands before it.
    static constexpr std::array<Operator, 13> operators{{{"||", 1},
                                                         {"&&", 2},
                                                         {"==", 3},
                                                         {"!=", 3},
                                                         {"<=", 4},
                                                         {">=", 4},
                                                         {"<", 4},
                                                         {">", 4},
                                                         {"+", 5},
                                                         {"-", 5},
                                                         {"*", 6},
                                                         {"/", 6},
                                                         {"%", 6}}};

    long choice() {
        if (++m_depth > deepest) return wrong();
        long const condition = binary(1);
        long result = condition;
        if (take("?")) {
            long const yes = choice();
            if (!take(":")) wrong();
            long const no = choice();
            result = condition != 0 ? yes : no;
        }
        --m_depth;
        return result;
    }

    long binary(int level) {
        if (level > 6) return single();
        long left = binary(level + 1);
        while (auto const sign = take_operator(level)) left = applied(*sign, left, binary(level + 1));
        return left;
    }

    long single() {
        if (++m_depth > deepest) return wrong();
        long const found = take("!") ? long(single() == 0) : take("(") ? in_brackets() : take("n") ? m_n : number();
        --m_depth;
        return found;
    }

    long in_brackets() {
        long const found = choice();
        return take(")") ? found : wrong();
    }

    long number() {
        skip_spaces();
        auto const end =
            std::ranges::find_if_not(m_rest, [](unsigned char letter) { return std::isdigit(letter) != 0; });
        auto const digits = std::size_t(end - m_rest.begin());
        if (digits == 0 || digits > 6) return wrong();
        long const found = std::stol(std::string(m_rest.substr(0, digits)));
        m_rest.remove_prefix(digits);
        return found;
    }

    long applied(std::string_view sign, long left, long right) {
        if (sign == "||") return long(left != 0 || right != 0);
        if (sign == "&&") return long(left != 0 && right != 0);
        if (sign == "==") return long(left == right);
        if (sign == "!=") return long(left != right);
        if (sign == "<=") return long(left <= right);
        if (sign == ">=") return long(left >= right);
        if (sign == "<") return long(left < right);
        if (sign == ">") return long(left > right);
        if (sign == "+") return left + right;
        if (sign == "-") return left - right;
        if (sign == "*") return std::abs(left) > 1'000'000 || std::abs(right) > 1'000'000 ? wrong() : left * right;
        if (right == 0) return wrong();
        return sign == "/" ? left / right : left % right;
    }

    std::optional<std::string_view> take_operator(int level) {
        skip_spaces();
        auto const found =
            std::ranges::find_if(operators, [&](Operator const& each) { return m_rest.starts_with(each.sign); });
        if (found == operators.end() || found->level != level) return std::nullopt;
        m_rest.remove_prefix(found->sign.size());
        return found->sign;
    }

    bool take(std::string_view sign) {
        skip_spaces();
        if (!m_rest.starts_with(sign)) return false;
        m_rest.remove_prefix(sign.size());
        return true;
    }

    void skip_spaces() { m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t"), m_rest.size())); }

    long wrong() {
        m_wrong = true;
        m_rest = {};
        return 0;
    }

    std::string_view m_rest;
    long m_n;
    int m_depth = 0;
    bool m_wrong = false;
};

/// What stands between `key` and the next semicolon.
std::string_view value_of(std::string_view line, std::string_view key) {
    auto const at = line.find(key);
    if (at == std::string_view::npos) return {};
    line.remove_prefix(at + key.size());
    return line.substr(0, line.find(';'));
}

}  // namespace

bool PluralRule::is_of_one_number(int form) const { return std::ranges::count(form_of, char('0' + form)) == 1; }

static std::optional<PluralRule> evaluated(std::string_view line) {
    auto const forms = Expression(value_of(line, "nplurals="), 0).value();
    std::string_view const expression = value_of(line, "plural=");
    if (!forms || *forms < 1 || *forms > most_forms) return std::nullopt;
    PluralRule rule{int(*forms), {}};
    for (long n = 0; n < numbers; ++n) {
        auto const form = Expression(expression, n).value();
        if (!form || *form < 0 || *form >= *forms) return std::nullopt;
        rule.form_of += char('0' + *form);
    }
    return rule;
}

std::optional<PluralRule> parse_plural_rule(std::string_view line) {
    // Every file of a language says its rule, which is evaluated for two hundred numbers: once for all of them.
    static std::map<std::string, std::optional<PluralRule>, std::less<>> known;
    auto found = known.find(line);
    if (found == known.end()) found = known.emplace(line, evaluated(line)).first;
    return found->second;
}

}  // namespace halte
