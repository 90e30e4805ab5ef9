#include <halte/records.h>

namespace halte {

void for_each_sentence(Record const& record, std::function<void(RecordSentence const&)> const& use) {
    for (ServiceTextField const& field : service_text_fields)
        use({{"service", field.name}, 0, record.text[field.text]});
    std::size_t part = 0;
    for (PhoneSource const& phone : record.phones)
        if (phone.publish == Publish::yes) use({phone_description, part++, phone.description});
    part = 0;
    for (LocationSource const& location : record.locations)
        if (location.publish == Publish::yes) use({location_name, part++, location.name});
}

}  // namespace halte
