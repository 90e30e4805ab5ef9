#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check.h"

namespace halte {
namespace {

/// The digits as a telephone at home dials them, so that spelling makes no two numbers of one.
std::string dialled(std::string const& number) {
    std::string digits;
    for (char const letter : number) {
        if ((letter >= '0' && letter <= '9') || letter == '+') digits += letter;
    }
    if (digits.starts_with("+32")) digits.replace(0, 3, "0");
    return digits;
}

Record const* record_of(Sources const& sources, std::string const& id) {
    auto const found = std::ranges::find(sources.records, id, [](Record const& each) { return each.id.words; });
    return found == sources.records.end() ? nullptr : &*found;
}

std::string const& network_of(Record const& record) {
    return record.parent.empty() ? record.id.words : record.parent.words;
}

bool publishes(Record const& record, std::string const& digits) {
    return std::ranges::any_of(record.phones, [&](PhoneSource const& phone) {
        return phone.publish == Publish::yes && dialled(phone.number.words) == digits;
    });
}

/// A number that two services have is a mistake of copying, unless they are one network or one says whose it is.
class SharedNumbers {
public:
    SharedNumbers(Sources const& sources, ProblemLog& problems) : m_sources(sources), m_problems(problems) {}

    void check(Record const& record, PhoneSource const& phone) {
        std::string const digits = dialled(phone.number.words);
        if (digits.empty()) return;
        if (!phone.shared_with.empty()) return check_owner(phone, digits);
        auto const [first, fresh] = m_first.emplace(digits, &record);
        if (fresh || network_of(*first->second) == network_of(record)) return;
        m_problems.error(phone.number.place,
                         fmt::format("{} is also the number of {}", phone.number.words, first->second->id.words),
                         "Compare both with their sources; where it is right, write shared_with = \"ID\" where it is "
                         "not the service's own");
    }

private:
    void check_owner(PhoneSource const& phone, std::string const& digits) {
        std::string const& id = phone.shared_with.words;
        if (m_problems.is_unread(id + ".toml")) return;
        Record const* owner = record_of(m_sources, id);
        if (owner != nullptr && publishes(*owner, digits)) return;
        m_problems.error(phone.shared_with.place, fmt::format("\"{}\" does not publish {}", id, phone.number.words),
                         "Name the record whose number it is");
    }

    Sources const& m_sources;
    ProblemLog& m_problems;
    std::map<std::string, Record const*> m_first;
};

/// A number for messages that somebody calls is answered by nobody.
void check_type(Sources const& sources, PhoneSource const& phone, ProblemLog& problems) {
    if (phone.type.empty() || problems.is_unread("text_numbers.toml")) return;
    std::string const digits = dialled(phone.number.words);
    bool const known = std::ranges::any_of(sources.text_numbers,
                                           [&](SourceText const& number) { return dialled(number.words) == digits; });
    if (known && phone.type == "voice")
        problems.error(phone.number.place,
                       fmt::format("{} is for messages only, and is a voice here", phone.number.words),
                       "Write type = \"text\"; text_numbers.toml lists it");
    if (!known && phone.type == "text")
        problems.error(phone.number.place, fmt::format("{} is not among the text numbers", phone.number.words),
                       "Add it to text_numbers.toml, or write type = \"voice\"");
}

void check_switchboard(PhoneSource const& phone, ProblemLog& problems) {
    if (!phone.switchboard || !phone.description.empty()) return;
    problems.error(phone.number.place,
                   fmt::format("{} is a switchboard, and nothing says what to ask for", phone.number.words),
                   "Write description = ... with the words to say");
}

/// 112 and 101 stand on every screen: two places must agree before one of their digits changes.
void check_pinned(Sources const& sources, PinnedSource const& pinned, ProblemLog& problems) {
    if (problems.is_unread(pinned.record.words + ".toml")) return;
    Record const* record = record_of(sources, pinned.record.words);
    std::string const wanted = pinned.number.words;
    if (record == nullptr) {
        problems.error(pinned.record.place, fmt::format("there is no record \"{}\"", pinned.record.words),
                       fmt::format("Restore it, with the number {}", wanted));
        return;
    }
    for (PhoneSource const& phone : record->phones) {
        if (phone.number.empty() || phone.number.words == wanted) continue;
        problems.error(phone.number.place,
                       fmt::format("the number is {} and emergency.toml pins {}", phone.number.words, wanted),
                       fmt::format("Write {}", wanted));
    }
}

/// A record that says "emergency" stands on every screen, and none does without its pin.
void check_all_pinned(Sources const& sources, ProblemLog& problems) {
    for (Record const& record : sources.records) {
        auto const is_it = [&](PinnedSource const& pinned) { return pinned.record.words == record.id.words; };
        auto const emergency = std::ranges::find(record.situations, "emergency", &SourceText::words);
        if (emergency == record.situations.end() || problems.is_unread("emergency.toml")) continue;
        if (std::ranges::any_of(sources.pinned, is_it)) continue;
        problems.error(emergency->place, "the number of an emergency service is not pinned",
                       fmt::format("Write \"{}\" and its number in emergency.toml", record.id.words));
    }
}

}  // namespace

void check_numbers(Sources const& sources, ProblemLog& problems) {
    SharedNumbers shared(sources, problems);
    for (Record const& record : sources.records) {
        for (PhoneSource const& phone : record.phones) {
            shared.check(record, phone);
            check_type(sources, phone, problems);
            check_switchboard(phone, problems);
        }
    }
    for (PinnedSource const& pinned : sources.pinned) check_pinned(sources, pinned, problems);
    check_all_pinned(sources, problems);
}

}  // namespace halte
