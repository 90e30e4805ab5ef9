#include <fmt/format.h>
#include <halte/words.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "check.h"
#include "telephone.h"

namespace halte {
namespace {

class RecordCheck {
public:
    RecordCheck(Sources const& sources, ProblemLog& problems) : m_problems(problems) {
        m_known = known_records(sources, problems);
        for (auto const* list : {&sources.languages, &sources.spoken})
            for (LanguageSource const& each : *list) m_named.insert(each.code.words);
        for (Record const& each : sources.records) m_parents.emplace(each.id.words, each.parent.words);
    }

    void check(Record const& record) {
        identity(record);
        website(record);
        chat(record);
        languages(record);
        translated(record.translated);
        texts(record);
        sentences(record);
        for (PhoneSource const& phone : record.phones) this->phone(phone);
        for (EmailSource const& email : record.emails) this->email(email);
        for (LocationSource const& location : record.locations) this->location(location, record.refuge);
    }

private:
    void identity(Record const& record) {
        SourceText const& id = record.id;
        std::string const file = std::filesystem::path(record.place.name).stem().string();
        bool const plain = std::ranges::all_of(id.words, [](char letter) {
            return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-';
        });
        if (!id.empty() && (!plain || id.words != file)) {
            m_problems.error(id.place, fmt::format("the id \"{}\" is not the name of the file, \"{}\"", id.words, file),
                             "Make them the same, of small letters, digits and hyphens");
        }
        if (record.parent.empty()) return;
        auto const parent = m_parents.find(record.parent.words);
        if (parent == m_parents.end() && m_known.contains(record.parent.words)) return;
        if (parent == m_parents.end()) {
            m_problems.error(record.parent.place, fmt::format("there is no record \"{}\"", record.parent.words),
                             "Name the record of the network, or take parent out");
        } else if (!parent->second.empty() || record.parent.words == id.words) {
            m_problems.error(record.parent.place, fmt::format("\"{}\" is itself a site", record.parent.words),
                             "Name the record of the whole network");
        }
    }

    void website(Record const& record) {
        std::string const& url = record.website.words;
        bool const right = url.starts_with("https://") || url.starts_with("http://");
        if (url.empty() || (right && !has_unseen_character(url))) return;
        m_problems.error(record.website.place, fmt::format("\"{}\" is not the address of a website", url),
                         "Write it with https:// and without spaces");
    }

    /// A chat is shown as the address of the website that has it.
    void chat(Record const& record) {
        if (record.chat && record.website.empty())
            m_problems.error(record.chat_at, "there is a chat, and no website that has it", "Add website = ...");
        bool const has_hours =
            record.hours &&
            std::ranges::find(record.hours->schedules, "chat", &ScheduleSource::kind) != record.hours->schedules.end();
        if (has_hours && !record.chat)
            m_problems.error(record.hours->place, "there are hours of a chat, and no chat", "Add chat = true");
    }

    void translated(std::vector<OwnWords> const& translated) {
        for (OwnWords const& own : translated) {
            if (is_code(own.language) && own.language != source_language) continue;
            m_problems.error(own.words.place, fmt::format("\"{}\" is not the code of another language", own.language),
                             "Write two or three small letters, as in [translated.nl]");
        }
    }

    static bool is_code(std::string const& words) {
        bool const letters = std::ranges::all_of(words, [](char c) { return c >= 'a' && c <= 'z'; });
        return letters && words.size() >= 2 && words.size() <= 3;
    }

    void languages(Record const& record) {
        for (SourceText const& each : record.languages) {
            if (!is_code(each.words)) {
                m_problems.error(each.place, fmt::format("\"{}\" is not the code of a language", each.words),
                                 "Write two or three small letters, as in fr");
            } else if (!m_named.contains(each.words) && !m_problems.is_unread("languages.toml")) {
                m_problems.error(each.place, fmt::format("the language \"{}\" has no name to show", each.words),
                                 "Add a [[spoken]] with its names to languages.toml");
            }
        }
    }

    void texts(Record const& record) {
        for (ServiceTextField const& field : service_text_fields) {
            SourceText const& text = record.text[field.text];
            if (field.longest == 0 || characters_in(text.words) <= field.longest) continue;
            m_problems.error(text.place, fmt::format("the {} has {} characters", field.name, characters_in(text.words)),
                             fmt::format("Say it in {} at most: it is {}", field.longest, field.place));
        }
        if (record.status != "active" && !record.status.empty() && record.text[ServiceText::alert].empty()) {
            m_problems.warning(record.place,
                               fmt::format("its status is \"{}\" and no sentence says why", record.status),
                               fmt::format("Add {} = ... under [text]", name_of(ServiceText::alert)));
        }
    }

    /// Whether a number is shown is said by its own `publish`, which a number within a sentence would pass by.
    void sentences(Record const& record) {
        for_each_sentence(record, [&](RecordSentence const& sentence) {
            std::string const& words = sentence.text.words;
            bool const mail = words.find('@') != std::string::npos;
            if (longest_number(words) < 9 && !mail) return;
            m_problems.error(sentence.text.place, "a sentence contains a telephone number or an e-mail address",
                             "Write it under [[phone]] or [[email]]");
        });
        bool const withheld = record.hours && record.hours->publish != Publish::yes;
        if (withheld && (record.any_hour || !record.text[ServiceText::hours_note].empty())) {
            m_problems.error(record.hours->place,
                             "the hours are not published, and any_hour or hours_note tells of them",
                             "Take any_hour and hours_note out until the hours are checked");
        }
    }

    void phone(PhoneSource const& phone) {
        std::string const& number = phone.number.words;
        if (number.empty() || can_be_called(number)) return;
        m_problems.error(phone.number.place, fmt::format("\"{}\" is not a telephone number", number),
                         "Write digits in groups, as in 0800 98 100 or +32 2 475 44 99, and compare them with the "
                         "source");
    }

    void email(EmailSource const& email) {
        std::string const& address = email.address.words;
        auto const at = address.find('@');
        bool const right = at != std::string::npos && at > 0 && address.find('.', at) != std::string::npos &&
                           !has_unseen_character(address) && address.rfind('@') == at;
        if (address.empty() || right) return;
        m_problems.error(email.address.place, fmt::format("\"{}\" is not an e-mail address", address),
                         "Compare it with the source");
    }

    void location(LocationSource const& location, bool of_refuge) {
        translated(location.translated);
        if (of_refuge && !location.address_1.empty())
            m_problems.error(location.address_1.place, "the street of a refuge is secret, and stands here",
                             "Take the street out, whatever its publish says; the city may stay");
        if (!location.coordinates) return;
        if (is_in_belgium(*location.coordinates)) return;
        m_problems.error(location.city.place,
                         fmt::format("the coordinates of {} are not in Belgium", location.city.words),
                         "Latitude is about 50, longitude about 4");
    }

    ProblemLog& m_problems;
    std::set<std::string> m_named;  ///< codes of languages
    std::set<std::string> m_known;
    std::map<std::string, std::string> m_parents;
};

}  // namespace

void check_records(Sources const& sources, ProblemLog& problems) {
    RecordCheck check(sources, problems);
    std::map<int, SourceText> orders;
    for (Record const& record : sources.records) {
        check.check(record);
        auto const [first, fresh] = orders.emplace(record.order, record.id);
        if (fresh) continue;
        problems.warning(record.place,
                         fmt::format("its order {} is also that of {}", record.order, first->second.words),
                         "Give it an order of its own");
    }
}

}  // namespace halte
