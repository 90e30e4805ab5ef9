#include <halte/key_rules.h>

#include <algorithm>

namespace halte {
namespace {

constexpr int most_repeats = 60;  ///< of a key that is stuck
constexpr int most_in_a_row = 300;
constexpr Milliseconds bounce{100};            ///< after a key went up
constexpr Milliseconds repeat_of_server{800};  ///< before X repeats a key for the first time, at most
constexpr Milliseconds least_hold_to_leave{2'000};

bool moves(KeyMeaning meaning) {
    return meaning == KeyMeaning::next || meaning == KeyMeaning::previous || meaning == KeyMeaning::next_group ||
           meaning == KeyMeaning::previous_group;
}

}  // namespace

std::optional<Stroke> KeyRules::feel(KeyPress const& key) {
    if (!key.down) {
        if (m_held && m_held->key.code == key.code) m_held.reset();
        m_last_up = key;
        return std::nullopt;
    }
    if (is_no_stroke(key)) return std::nullopt;
    m_in_a_row = m_last && m_last->code == key.code ? m_in_a_row + 1 : 1;
    m_last = key;
    if (m_in_a_row > most_in_a_row) return std::nullopt;
    bool const leaves = key.meaning == KeyMeaning::back;
    Milliseconds const hold = leaves ? std::max(m_pace.repeat_after, least_hold_to_leave) : m_pace.repeat_after;
    m_held = Held{key, key.at + hold, key.at};
    return Stroke{key.meaning};
}

bool KeyRules::is_no_stroke(KeyPress const& key) {
    bool const held = m_held && m_held->key.code == key.code && key.at < m_held->seen + repeat_of_server;
    if (held) m_held->seen = key.at;
    bool const doubled = m_last && m_last->code == key.code && key.at < m_last->at + m_pace.double_strike;
    bool const trembles = m_pace.double_strike > Milliseconds(0);
    bool const bounced = trembles && m_last_up && m_last_up->code == key.code && key.at < m_last_up->at + bounce;
    return held || doubled || bounced;
}

std::optional<Stroke> KeyRules::wait(Instant now) {
    if (!m_held || now < m_held->due) return std::nullopt;
    KeyMeaning const meaning = m_held->key.meaning;
    m_held->due = now + m_pace.repeat_every;
    if (moves(meaning) && ++m_held->repeats <= most_repeats) return Stroke{meaning, true};
    m_held.reset();
    return meaning == KeyMeaning::back ? std::optional(Stroke{KeyMeaning::leave}) : std::nullopt;
}

std::optional<Instant> KeyRules::next_change() const { return m_held ? std::optional(m_held->due) : std::nullopt; }

}  // namespace halte
