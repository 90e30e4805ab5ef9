#pragma once
/// Which languages a terminal offers: those of its settings, its profile or the directory, as far as they are written
/// and were read. A pure choice: it draws nothing and reads no settings.

#include <halte/directory.h>
#include <halte/unread_words.h>

namespace halte {

/// Why a language that the settings name is not offered; else `offered`.
enum class Offer {
    offered,
    unknown,     ///< the directory does not have it
    unfinished,  ///< its core is not whole
    unread,      ///< no speaker has read its core, and the settings want only what was read
};

/// In the order of the settings (`wanted`), else of the profile. Never empty: the source language is always there to
/// serve where no other does.
std::vector<Language> offered_languages(Directory const& directory, std::string const& profile,
                                        std::vector<std::string> const& wanted, UnreadWords unread);

/// Of a language that the settings name.
Offer offer_of(Directory const& directory, std::string const& code, UnreadWords unread);
/// One sentence for a technician; empty when it is offered.
std::string why_not_offered(Offer offer, std::string const& code);

}  // namespace halte
