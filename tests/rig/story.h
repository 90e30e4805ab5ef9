#pragma once
/// What is played once and told sentence by sentence, by several tests: stages in their order. Of each it is known
/// whether it came about.

#include <exception>
#include <functional>
#include <map>
#include <string>

namespace halte::rig {

class Story {
public:
    /// Plays the stage, unless an earlier one has failed. What it throws is kept, and so is the screen's picture
    /// (evidence.cpp).
    void play(std::string const& stage, std::function<void()> const& deed);
    /// Throws what the stage threw, or Missed when the story did not come so far.
    void tell(std::string const& stage) const;

private:
    std::map<std::string, std::exception_ptr> m_played;  ///< those that came about have no fault
    std::string m_failed;
};

/// Throws Missed, "WHAT.", unless it holds. For the stages of a story, which are no test's own.
void insist(bool holds, std::string const& what);

}  // namespace halte::rig
