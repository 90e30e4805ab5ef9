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

/// A line whose language nobody has written down is answered in one of the country's two large ones.
std::vector<std::string> languages_to_say(ScreenContext const& screen, Service const& service, Phone const& phone) {
    std::string const& own = screen.visit.language;
    std::vector<std::string> answers = service.brief.languages;
    if (answers.empty() && !phone.asked_in.empty()) answers = {phone.asked_in};
    if (is_among(answers, own)) return {own};
    if (answers.empty()) return own == "fr" || own == "nl" ? std::vector{own} : std::vector<std::string>{"fr", "nl"};
    for (Language const& language : screen.terminal.languages)
        if (is_among(answers, language.code)) return {language.code};
    return {"fr"};
}

/// Within a sentence French writes the name of a language small.
std::string name_within(std::string name, std::string const& language) {
    if (language == "fr" && !name.empty() && name[0] >= 'A' && name[0] <= 'Z') name[0] = char(name[0] - 'A' + 'a');
    return name;
}

/// These words do not count for the note about unread translations: it is about the visitor's language, and these are
/// in the language of the line.
std::string in_language(ScreenContext const& screen, std::string_view key, std::string const& language) {
    Viewpoint const there{language, screen.terminal.profile, {}};
    return screen.directory.phrase(key, there).words;
}

Text said_in(ScreenContext const& screen, Phone const& phone, std::string const& language) {
    std::string words = fill(in_language(screen, key_of(phone.opening), language), {{"asked", phone.asked_for}});
    std::string const& own = screen.visit.language;
    if (own != language) {
        std::string const name = name_within(in_language(screen, "name_of_language." + own, language), language);
        words += " " + fill(in_language(screen, "say.language", language), {{"language", name}});
    }
    return {.words = words, .language = language};
}

}  // namespace

Sentences sentences_for(ScreenContext& screen, Service const& service, Phone const& phone) {
    Sentences sentences;
    std::vector<std::string> const languages = languages_to_say(screen, service, phone);
    for (std::string const& language : languages) sentences.said.push_back(said_in(screen, phone, language));
    if (is_among(languages, screen.visit.language)) return sentences;
    sentences.understood = screen.say(key_of(phone.opening), {{"asked", isolated(phone.asked_for)}});
    return sentences;
}

}  // namespace halte
