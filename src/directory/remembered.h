#pragma once
/// Answers that are asked for again with every frame. A snapshot never changes, so that they stay true; they are gone
/// with the process, as the visit is.

#include <halte/directory.h>

#include <halte/order.h>

#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace halte {

/// What a question depends on besides its own words.
std::string question(std::string_view subject, Viewpoint const& from);

/// The last answer to one kind of question.
template <class Answer>
class Remembered {
public:
    /// Calls `find` only when `question` is not the one that was asked last.
    template <class Find>
    Answer const& ask(std::string question, Find const& find) {
        if (!m_answer || m_question != question) {
            m_answer = find();
            m_question = std::move(question);
        }
        return *m_answer;
    }

private:
    std::string m_question;
    std::optional<Answer> m_answer;
};

inline bool are_same(Viewpoint const& one, Viewpoint const& other) {
    auto const parts = [](Viewpoint const& from) {
        Coordinates const place = from.coordinates.value_or(Coordinates{});
        return std::tuple(std::string_view(from.language), std::string_view(from.profile), std::string_view(from.other),
                          from.only_read, from.coordinates.has_value(), place.latitude, place.longitude);
    };
    return parts(one) == parts(other);
}

/// The cards that were asked for of late, of one viewpoint: those that can be seen on a list, and more around them.
class RememberedCards {
public:
    template <class Find>
    ServiceSummary const& ask(Viewpoint const& viewpoint, ServiceRow row, Find const& find) {
        constexpr std::size_t most = 512;
        if (!are_same(m_viewpoint, viewpoint) || m_cards.size() >= most) m_cards.clear();
        m_viewpoint = viewpoint;
        auto found = m_cards.find(row);
        if (found == m_cards.end()) found = m_cards.emplace(row, find()).first;
        return found->second;
    }

private:
    Viewpoint m_viewpoint;
    std::unordered_map<ServiceRow, ServiceSummary> m_cards;
};

}  // namespace halte
