#include "say.h"

#include <algorithm>

namespace halte {
namespace {

std::string_view key_of(Opening opening) {
    switch (opening) {
        case Opening::place:
            return "say.place";
        case Opening::switchboard:
            return "say.switchboard";
        case Opening::law:
            return "say.law";
        case Opening::authority:
            return "say.authority";
        case Opening::listening:
            break;
    }
    return "say.listening";
}

bool is_among(std::vector<std::string> const& codes, std::string const& code) {
    return std::ranges::find(codes, code) != codes.end();
}

std::vector<std::string> languages_to_say(ScreenContext const& screen, Service const& service, Phone const& phone) {
    std::string const& own = screen.visit.language;
    std::vector<std::string> answers = service.brief.languages;
    if (answers.empty() && !phone.asked_in.empty()) answers = {phone.asked_in};
    bool const unknown = answers.empty();
    if (unknown) answers = usual_answers(screen.directory);
    if (is_among(answers, own)) return {own};
    if (unknown && !answers.empty()) return answers;
    for (Language const& language : screen.terminal.languages)
        if (is_among(answers, language.code)) return {language.code};
    return {source_language};
}

Text said_in(ScreenContext const& screen, Phone const& phone, std::string const& language) {
    std::string words = screen.say_in(language, key_of(phone.opening), {{"asked", phone.asked_for}}).words;
    std::string const& own = screen.visit.language;
    if (own != language) {
        std::string const name = screen.say_in(language, "name_in_sentence." + own).words;
        words += " " + screen.say_in(language, "say.language", {{"language", name}}).words;
    }
    return {.words = words, .language = language};
}

}  // namespace

std::vector<std::string> usual_answers(Directory const& directory) {
    std::vector<std::string> codes;
    for (Language const& language : directory.languages())
        if (language.usual_answer) codes.push_back(language.code);
    return codes;
}

Sentences sentences_for(ScreenContext& screen, Service const& service, Phone const& phone) {
    Sentences sentences;
    std::vector<std::string> const languages = languages_to_say(screen, service, phone);
    for (std::string const& language : languages) sentences.said.push_back(said_in(screen, phone, language));
    if (is_among(languages, screen.visit.language)) return sentences;
    std::string const own = screen.say("name_in_sentence." + screen.visit.language);
    sentences.understood = screen.say(key_of(phone.opening), {{"asked", isolated(phone.asked_for)}}) + " " +
                           screen.say("say.language", {{"language", own}});
    return sentences;
}

}  // namespace halte
