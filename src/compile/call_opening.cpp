#include "call_opening.h"

#include <algorithm>

namespace halte {
namespace {

constexpr std::string_view legal_description = "Questions de droit";

/// What stands between « and », without the spaces that do not break.
std::string quoted(std::string const& words) {
    constexpr std::string_view opens = "\u00AB";
    constexpr std::string_view closes = "\u00BB";
    auto const from = words.find(opens);
    auto const to = words.find(closes);
    if (from == std::string::npos || to == std::string::npos || to < from) return {};
    std::string inside = words.substr(from + opens.size(), to - from - opens.size());
    for (std::string_view const space : {" ", "\u00A0", "\u202F"}) {
        while (inside.starts_with(space)) inside.erase(0, space.size());
        while (inside.ends_with(space)) inside.erase(inside.size() - space.size());
    }
    return inside;
}

std::string language_of(std::string const& name, Record const& record) {
    auto const found = std::ranges::find_if(record.translated, [&](OwnWords const& own) {
        return own.field.name == "name" && own.words.words.find(name) != std::string::npos;
    });
    return found == record.translated.end() ? source_language : found->language;
}

bool can_be_gone_to_at_any_hour(Record const& record) {
    return record.any_hour && std::ranges::any_of(record.locations, [](LocationSource const& place) {
               return place.publish == Publish::yes && !place.address_1.empty();
           });
}

}  // namespace

CallOpening opening_of(Record const& record, PhoneSource const& phone) {
    if (phone.switchboard) {
        std::string const name = quoted(phone.description.words);
        if (name.empty()) return {Opening::authority};
        return {Opening::switchboard, name, language_of(name, record)};
    }
    if (phone.description.words == legal_description) return {Opening::law};
    if (record.kind != "independent") return {Opening::authority};
    return {can_be_gone_to_at_any_hour(record) ? Opening::place : Opening::listening};
}

}  // namespace halte
