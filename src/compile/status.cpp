#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "progress.h"
#include "sources.h"

namespace halte {
namespace {

void count_phone(Record const& record, PhoneSource const& phone, DataStatus& status) {
    if (phone.publish == Publish::yes) ++status.phones_shown;
    if (phone.publish == Publish::no) ++status.phones_withheld;
    if (phone.publish != Publish::after_checking) return;
    ++status.phones_waiting;
    std::string const description = phone.description.empty() ? "" : fmt::format(" ({})", phone.description.words);
    status.waiting.push_back(fmt::format("{}: {}{}", record.name.words, phone.number.words, description));
}

bool is_shown(Publish publish) { return publish == Publish::yes; }

/// Something to call, to write to, or a street to go to. A city alone leads nobody anywhere.
bool can_be_reached(Record const& record) {
    return std::ranges::any_of(record.phones, is_shown, &PhoneSource::publish) ||
           std::ranges::any_of(record.emails, is_shown, &EmailSource::publish) ||
           std::ranges::any_of(record.locations, [](LocationSource const& location) {
               return is_shown(location.publish) && !location.address_1.empty();
           });
}

void count_service(Record const& record, DataStatus& status) {
    ++status.organizations;
    if (record.asked_for) ++status.asked_for;
    bool const open = record.status == "active" && record.receives_people;
    if (open && can_be_reached(record)) ++status.reachable;
    if (open && !can_be_reached(record) && !record.website.empty()) ++status.website_only;
    auto const called = [](PhoneSource const& phone) { return phone.called_on.has_value(); };
    if (std::ranges::any_of(record.phones, called)) ++status.called;
    for (SourceText const& situation : record.made_for) ++status.made_for[situation.words];
}

void count_record(Record const& record, DataStatus& status) {
    count_service(record, status);
    for (PhoneSource const& phone : record.phones) count_phone(record, phone, status);
    for (EmailSource const& email : record.emails) {
        if (email.publish != Publish::after_checking) continue;
        status.waiting.push_back(fmt::format("{}: {}", record.name.words, email.address.words));
    }
    for (LocationSource const& place : record.locations) {
        if (place.publish != Publish::after_checking) continue;
        status.waiting.push_back(fmt::format("{}: {}, {}", record.name.words,
                                             place.address_1.empty() ? "an address" : place.address_1.words,
                                             place.city.words));
    }
    if (record.hours && record.hours->publish == Publish::after_checking) {
        status.waiting.push_back(fmt::format("{}: its hours", record.name.words));
    }
}

void count_guidance(GuidanceSource const& guidance, DataStatus& status) {
    ++(guidance.show ? status.guidance_shown : status.guidance_kept);
    if (guidance.show && guidance.reviewed_on) ++status.guidance_reviewed;
}

/// What is asked of its tier, or translated all the same.
void count_part(Part part, TranslationSource const& own, std::vector<Wanted> const& wanted, LanguageStatus& language) {
    std::vector<Wanted> asked;
    std::ranges::copy_if(wanted, std::back_inserter(asked), [&](Wanted const& each) {
        bool const has_part = part == Part::core || own.tier != "c";
        return (has_part && each.is_asked_of(own.tier)) || own[part].find(each.message) != nullptr;
    });
    language.left_out += int(wanted.size() - asked.size());
    (part == Part::core ? language.core : language.rest) += progress_of(own[part], asked);
}

}  // namespace

Result<DataStatus> data_status(std::filesystem::path const& data) {
    ProblemLog problems;
    Sources const sources = TRY(read_sources(data, problems));
    DataStatus status;
    for (Record const& record : sources.records) count_record(record, status);
    for (GuidanceSource const& guidance : sources.guidance) count_guidance(guidance, status);
    for (TranslationSource const& translation : sources.translations)
        status.languages.push_back({.code = translation.language, .tier = translation.tier});
    for (PartFile const& each : part_files) {
        auto const wanted = wanted_of(sources, each.part);
        for (std::size_t i = 0; i < status.languages.size(); ++i)
            count_part(each.part, sources.translations[i], wanted, status.languages[i]);
    }
    return status;
}

std::string describe(DataStatus const& status) {
    std::string text = fmt::format(
        "{} services, {} of them asked for by name\n{} can be reached by a number, an e-mail address or a street; {} "
        "have "
        "a website only; {} were confirmed by telephone\n{} telephone numbers are shown, {} wait to be checked, {} are "
        "never shown\n",
        status.organizations, status.asked_for, status.reachable, status.website_only, status.called,
        status.phones_shown, status.phones_waiting, status.phones_withheld);
    std::vector<std::string> made_for;
    for (auto const& [situation, count] : status.made_for) made_for.push_back(fmt::format("{} {}", situation, count));
    if (!made_for.empty()) text += fmt::format("Made for: {}\n", fmt::join(made_for, ", "));
    text += fmt::format("guidance: {} shown, {} reviewed by a specialist, {} kept and not shown\n",
                        status.guidance_shown, status.guidance_reviewed, status.guidance_kept);
    for (LanguageStatus const& language : status.languages) {
        auto const& [code, tier, core, rest, left_out] = language;
        text += fmt::format("{} (tier {}): core {} of {} translated, {} read by a speaker; ", code, tier,
                            core.translated, core.sentences, core.read);
        text += fmt::format("rest {} of {} translated, {} read", rest.translated, rest.sentences, rest.read);
        text += left_out == 0 ? "\n" : fmt::format(", {} left in French\n", left_out);
    }
    if (!status.waiting.empty()) text += fmt::format("Waiting to be checked ({}):\n", status.waiting.size());
    for (std::string const& waiting : status.waiting) text += fmt::format("  {}\n", waiting);
    return text;
}

}  // namespace halte
