#include <halte/key_rules.h>

namespace halte {
namespace {

constexpr int most_repeats = 60;  ///< of a key that is stuck

bool moves(KeyMeaning meaning) {
    return meaning == KeyMeaning::next || meaning == KeyMeaning::previous || meaning == KeyMeaning::next_group ||
           meaning == KeyMeaning::previous_group;
}

}  // namespace

std::optional<Stroke> KeyRules::feel(KeyPress const& key) {
    if (!key.down) {
        if (m_held && m_held->key.code == key.code) m_held.reset();
        return std::nullopt;
    }
    bool const doubled = m_last && m_last->code == key.code && key.at < m_last->at + m_pace.double_strike;
    if (doubled) return std::nullopt;
    m_last = key;
    m_held = Held{key, key.at + m_pace.repeat_after};
    return Stroke{key.meaning};
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
