#pragma once
/// The one table of what a record says of a service in sentences, which translators put into other languages. Reading a
/// record, writing and reading a snapshot, the translators' files and the checks all go over it. It knows no file and
/// no screen: which sentence stands where on a page, a screen says.
///
/// To add one: a line in each of the two lists below, its column in data/schema.sql, and the place on a screen.

#include <array>
#include <cstddef>
#include <string_view>

namespace halte {

enum class ServiceText {
    summary,                  ///< one line of a card
    description,              ///< what it does
    application_process,      ///< what happens when you call or come
    eligibility_description,  ///< for whom it is
    fees_description,
    hours_note,   ///< hours that no table holds: "by appointment"
    traces,       ///< what a contact leaves behind beyond the call list
    chat_traces,  ///< what the chat leaves behind beyond the history of the device
    told,         ///< who is told of what was said, in danger or of a minor
    alert,        ///< why it is not simply open
};

struct ServiceTextField {
    ServiceText text;
    /// Open Referral's HSDS 3, or ours where it has none: the key under [text] in a record, the column of `service`,
    /// and `field` in `translation`.
    std::string_view name;
    bool required = false;
    std::size_t longest = 0;  ///< characters that its place on the screen has room for; 0: any number
    std::string_view place;   ///< that place, where there is not much room
    /// Whether all that it says has weight, or nothing, or what has a word of data/words_of_weight.toml: whoever acts
    /// on a wrong translation could come to harm.
    enum class Weight { by_words, always, never } weight = Weight::by_words;
};
inline constexpr std::array service_text_fields{
    ServiceTextField{ServiceText::summary, "summary", true, 60, "one line of a card", ServiceTextField::Weight::never},
    ServiceTextField{ServiceText::description, "description", true},
    ServiceTextField{ServiceText::application_process, "application_process"},
    ServiceTextField{ServiceText::eligibility_description, "eligibility_description"},
    ServiceTextField{ServiceText::fees_description, "fees_description"},
    ServiceTextField{ServiceText::hours_note, "hours_note"},
    ServiceTextField{ServiceText::traces, "traces"},
    ServiceTextField{ServiceText::chat_traces, "chat_traces"},
    ServiceTextField{.text = ServiceText::told, .name = "told", .weight = ServiceTextField::Weight::always},
    ServiceTextField{ServiceText::alert, "alert"},
};

/// One `Words` for each sentence of a service; empty ones are not known.
template <class Words>
class ServiceTexts {
public:
    Words& operator[](ServiceText text) { return m_words[std::size_t(text)]; }
    Words const& operator[](ServiceText text) const { return m_words[std::size_t(text)]; }

private:
    std::array<Words, service_text_fields.size()> m_words;
};

/// Whether the table has each sentence in its place, so that it can be looked up there.
constexpr bool is_in_order() {
    for (std::size_t i = 0; i < service_text_fields.size(); ++i)
        if (service_text_fields[i].text != ServiceText(i)) return false;
    return true;
}
static_assert(is_in_order());

constexpr std::string_view name_of(ServiceText text) { return service_text_fields[std::size_t(text)].name; }

/// A field whose words have other languages in `translation`: a sentence that is translated, or what a service itself
/// has in another language. `entity` is the table it stands in.
struct TranslatedField {
    std::string_view entity, name;
};
[[nodiscard]] constexpr TranslatedField field_of(ServiceText text) { return {"service", name_of(text)}; }
/// Beside the sentences of a service.
inline constexpr TranslatedField phone_description{"phone", "description"};
inline constexpr TranslatedField location_name{"location", "name"};
inline constexpr TranslatedField town_name{"town", "name"};

/// What a record gives under [translated.LANGUAGE], by the key it has there.
struct OwnWordsField {
    std::string_view key;
    TranslatedField in_snapshot;
};
inline constexpr std::array own_words_of_service{OwnWordsField{"name", {"service", "name"}},
                                                 OwnWordsField{"website", {"service", "url"}}};
inline constexpr std::array own_words_of_location{OwnWordsField{"address_1", {"address", "address_1"}},
                                                  OwnWordsField{"city", {"address", "city"}}};

}  // namespace halte
