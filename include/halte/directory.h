#pragma once
/// The directory: read-only questions to a snapshot, answered with plain structs. SQLite is read here and nowhere else.
/// Names follow Open Referral's HSDS 3 (organization, location, phone, schedule, assured_date). The directory knows
/// what is true for everybody; it knows nothing of a visit or a window, and of the time what it is told.
///
/// Every answer is a copy and outlives the Directory. Every text comes in the language asked for, or in French when
/// nobody has translated it: `Text::language` says which.

#include <halte/order.h>
#include <halte/snapshot.h>
#include <halte/towns.h>
#include <halte/viewpoint.h>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace halte {

/// What author_services() are made for, in the place of a situation's id.
constexpr std::string_view authors_door = "authors";

/// An icon as 8-bit coverage, square, `side` x `side` bytes, row by row.
struct IconImage {
    int side = 0;
    std::vector<std::uint8_t> coverage;
};

class Directory {
public:
    /// The same in two steps, for a process that gives up the right to read it before it looks at what was read.
    static Result<Directory> open(SnapshotFile file);
    /// Opens a snapshot file, immutable and read-only. Fails with one sentence when it is missing, damaged, of another
    /// schema, without one of its tables or no database at all.
    static Result<Directory> open(std::string const& path);
    /// The same for a file that is to serve visitors in the place of `own`, the directory built with this program. It
    /// is also refused when a screen could not be drawn from it: without a language, without words that a screen says
    /// (those that `own` has are the ones), without the numbers to call in an emergency, or with a text too long.
    static Result<Directory> open_to_serve(SnapshotFile file, Directory const& own);
    static Result<Directory> open_to_serve(std::string const& path, Directory const& own);
    /// Opens a snapshot held in memory, which must outlive the Directory.
    static Result<Directory> open_bytes(std::span<std::uint8_t const> bytes);

    Directory(Directory&&) noexcept;
    Directory& operator=(Directory&&) noexcept;
    ~Directory();

    /// The newest day on which a fact in the snapshot was read.
    [[nodiscard]] Date as_of() const;
    [[nodiscard]] std::vector<Language> languages() const;
    /// The profile of that name, or nothing.
    [[nodiscard]] std::optional<Profile> profile(std::string_view id) const;
    [[nodiscard]] std::vector<std::string> profile_ids() const;
    /// The interface's own sentence of that key (data/phrases.toml), in the profile's wording where it has one.
    /// A key that is not in the snapshot is our mistake: must().
    [[nodiscard]] Text phrase(std::string_view key, Viewpoint const& from) const;
    /// The same of a phrase that counts, in the plural form that the language has for `count`; {count} is still in it.
    [[nodiscard]] Text phrase(std::string_view key, int count, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Situation> situations(Viewpoint const& from) const;
    [[nodiscard]] std::optional<Situation> situation(std::string_view id, Viewpoint const& from) const;
    [[nodiscard]] std::vector<Guidance> guidance(std::string_view situation, Viewpoint const& from) const;
    /// The list about a situation, about authors_door or about anything (empty), in its order at that time. It names
    /// services; their cards are read one by one, as they are drawn.
    [[nodiscard]] std::shared_ptr<Ordered const> list(Asking const& asking, Viewpoint const& from) const;
    /// The card of a service that a list of this directory has.
    [[nodiscard]] ServiceSummary card(ServiceRow row, Viewpoint const& from) const;
    /// Who helps in a situation, every card of it. Sites of a network whose own card is in the answer are left to its
    /// page, but for the nearest one. Never what is for authors of violence, and no general line of another language
    /// for whoever has some in their own. Not sorted by any clock.
    [[nodiscard]] std::vector<ServiceSummary> services(std::string_view situation, Viewpoint const& from) const;
    /// The separate door: services for people who hurt somebody, or fear to.
    [[nodiscard]] std::vector<ServiceSummary> author_services(Viewpoint const& from) const;
    /// Lines that answer to anything, in every language, for whoever finds nobody else at this hour.
    [[nodiscard]] std::vector<ServiceSummary> lines_for_anything(Viewpoint const& from) const;
    /// Lines behind "I want to talk to somebody", in the profile's order, those in the visitor's language first.
    [[nodiscard]] std::vector<ServiceSummary> general_lines(Viewpoint const& from) const;
    /// Whoever can be reached by chat or by a number for messages, and what is made for some situation. Networks as in
    /// services(). Never what is for authors of violence, nor what the profile leaves out.
    [[nodiscard]] std::vector<ServiceSummary> without_phone(Viewpoint const& from) const;
    /// Services whose name and sentences, in the visitor's language or in French, have all of `words` or longer ones
    /// that begin so, whatever their accents; those that are called so come first. Never what is for authors of
    /// violence, nor what the profile leaves out. Empty when there are no words.
    [[nodiscard]] std::vector<ServiceSummary> find(std::string_view words, Viewpoint const& from) const;
    /// A snapshot without them is refused when it is built.
    [[nodiscard]] EmergencyNumbers emergency_numbers() const;
    [[nodiscard]] std::optional<Service> service(std::string_view id, Viewpoint const& from) const;
    /// The towns that stand for all of them on a first page, the largest first.
    [[nodiscard]] std::vector<Town> first_towns(Viewpoint const& from) const;
    /// Ids of the provinces that have towns, in the order of data/places.toml.
    [[nodiscard]] std::vector<std::string> provinces() const;
    /// Every town of a province, the largest first; empty when there is no such province.
    [[nodiscard]] std::vector<Town> towns(std::string_view province, Viewpoint const& from) const;
    [[nodiscard]] std::optional<Town> town(std::string_view id, Viewpoint const& from) const;
    /// The town that lies nearest to where the viewpoint is; nothing when that is not known.
    [[nodiscard]] std::optional<Town> nearest_town(Viewpoint const& from) const;
    /// In the order of the records; for tests and for the longest page of its kind.
    [[nodiscard]] std::vector<std::string> service_ids() const;
    /// Nothing when there is none of that name, or when it is no square picture.
    [[nodiscard]] std::optional<IconImage> icon(std::string_view name) const;
    /// The names of icons that screens ask for (those of `own`, of situations and of first steps) or that are in here,
    /// and of which icon() gives nothing, in order. Every one is decoded for it.
    [[nodiscard]] std::vector<std::string> undrawable_icons(Directory const& own) const;

private:
    struct Inside;
    explicit Directory(std::unique_ptr<Inside> inside);
    /// What a screen would miss; empty when it misses nothing.
    [[nodiscard]] std::string lack(Directory const& own) const;
    std::unique_ptr<Inside> m_inside;
};

/// The snapshot built with this program.
std::span<std::uint8_t const> embedded_snapshot();
/// The newest day that is past for certain: this program's own, or that on which a fact of the snapshot built with it
/// was read. A clock that shows an earlier day is wrong, and no snapshot from elsewhere has a say in it.
Date known_past(Directory const& embedded);

}  // namespace halte
