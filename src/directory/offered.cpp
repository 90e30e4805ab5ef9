#include <fmt/format.h>
#include <halte/offered.h>

#include <algorithm>

namespace halte {
namespace {

enum class Named { no, yes };

Offer offer_of(Language const& language, UnreadWords unread, Named named) {
    if (language.code == source_language || language.core_is_read()) return Offer::offered;
    if (!language.has_core()) return Offer::unfinished;
    bool const shown_unread =
        unread == UnreadWords::all || (unread == UnreadWords::core && (language.offered_unread || named == Named::yes));
    return shown_unread ? Offer::offered : Offer::unread;
}

std::vector<Language> in_order(std::vector<Language> const& known, std::vector<std::string> const& codes) {
    std::vector<Language> languages;
    for (std::string const& code : codes) {
        auto const language = std::ranges::find(known, code, &Language::code);
        if (language != known.end()) languages.push_back(*language);
    }
    return languages;
}

}  // namespace

std::vector<Language> offered_languages(Directory const& directory, std::string const& profile,
                                        std::vector<std::string> const& wanted, UnreadWords unread) {
    std::vector<Language> const known = directory.languages();
    auto const place = directory.profile(profile);
    auto const offered_of = [&](std::vector<std::string> const& codes, Named named) {
        std::vector<Language> languages = in_order(known, codes);
        std::erase_if(languages, [&](Language const& each) { return offer_of(each, unread, named) != Offer::offered; });
        return languages;
    };
    if (auto languages = offered_of(wanted, Named::yes); !languages.empty()) return languages;
    if (auto languages = offered_of(place ? place->languages : std::vector<std::string>{}, Named::no);
        !languages.empty())
        return languages;
    return in_order(known, {source_language});
}

std::string why_not_offered(Offer offer, std::string const& code) {
    switch (offer) {
        case Offer::offered:
            break;
        case Offer::unknown:
            return fmt::format("The directory has no language \"{}\".", code);
        case Offer::unfinished:
            return fmt::format("The core of \"{}\" is not translated: it is not shown.", code);
        case Offer::unread:
            return fmt::format("No speaker has read the core of \"{}\", and visit.unread is \"none\": it is not shown.",
                               code);
    }
    return {};
}

Offer offer_of(Directory const& directory, std::string const& code, UnreadWords unread) {
    std::vector<Language> const known = directory.languages();
    auto const language = std::ranges::find(known, code, &Language::code);
    return language == known.end() ? Offer::unknown : offer_of(*language, unread, Named::yes);
}

}  // namespace halte
