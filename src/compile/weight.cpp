#include <algorithm>

#include "avoided_words.h"
#include "sources.h"

namespace halte {
namespace {

using Weight = ServiceTextField::Weight;

Weight weight_of(TranslatedField const& field) {
    for (ServiceTextField const& each : service_text_fields)
        if (field.entity == "service" && field.name == each.name) return each.weight;
    return Weight::by_words;
}

}  // namespace

bool Sources::have_weight_in(RecordSentence const& sentence) const {
    Weight const weight = weight_of(sentence.field);
    if (weight != Weight::by_words) return weight == Weight::always;
    std::string const french = folded(sentence.text.words);
    return std::ranges::any_of(words_of_weight,
                               [&](SourceText const& word) { return says(french, folded(word.words)); });
}

}  // namespace halte
