#include <fmt/format.h>
#include <halte/base.h>

#include <cstdlib>
#include <filesystem>

namespace halte {

Instant SystemClock::now() const {
    timespec time{};
    must(clock_gettime(CLOCK_BOOTTIME, &time) == 0);
    return Instant(Milliseconds(std::int64_t(time.tv_sec) * 1'000 + time.tv_nsec / 1'000'000));
}

WallTime SystemClock::wall() const { return wall_time(std::time(nullptr)); }

Instant OnwardClock::now() const {
    Instant const read = m_beneath.now();
    if (read < m_read) m_lost += m_read - read;
    m_read = read;
    return read + m_lost;
}

WallTime wall_time(std::time_t seconds) {
    std::tm parts{};
    localtime_r(&seconds, &parts);
    return {.date = {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday},
            .weekday = (parts.tm_wday + 6) % 7,
            .minute = parts.tm_hour * 60 + parts.tm_min};
}

Date newest_day(std::time_t seconds) {
    constexpr std::time_t hours_ahead = 14;
    std::tm parts{};
    std::time_t const there = seconds + hours_ahead * 3'600;
    gmtime_r(&there, &parts);
    return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

void use_timezone(std::string const& name) {
    setenv("TZ", name.c_str(), 1);
    tzset();
}

bool is_timezone(std::string const& name) {
    bool const inside = !name.empty() && name.front() != '/' && name.find("..") == std::string::npos;
    std::error_code unreadable;
    return inside && std::filesystem::is_regular_file("/usr/share/zoneinfo/" + name, unreadable);
}

std::optional<Date> parse_date(std::string const& text) {
    std::tm parts{};
    char const* end = strptime(text.c_str(), "%Y-%m-%d", &parts);
    if (text.size() != 10 || end == nullptr || *end != '\0') return std::nullopt;
    Date const date{parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
    std::chrono::year_month_day const day{std::chrono::year{date.year}, std::chrono::month(unsigned(date.month)),
                                          std::chrono::day(unsigned(date.day))};
    return day.ok() ? std::optional(date) : std::nullopt;
}

std::string iso(Date const& date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

}  // namespace halte
