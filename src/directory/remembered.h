#pragma once
/// Answers that are asked for again with every frame. A snapshot never changes, so that they stay true; they are gone
/// with the process, as the visit is.

#include <halte/directory.h>

#include <optional>
#include <string>
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

}  // namespace halte
