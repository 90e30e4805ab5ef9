#pragma once
/// Properties of a root window, an input device or an output: three parts of the protocol have each their own words for
/// the same thing.

#include "aspects.h"

namespace halte {

/// What has properties. A value is its type, its format (8, 16 or 32 bits) and its bytes, as this class gives it.
class PropertyOwner {
public:
    explicit PropertyOwner(Display* display) : m_display(display) {}
    virtual ~PropertyOwner() = default;
    PropertyOwner(PropertyOwner const&) = delete;
    PropertyOwner& operator=(PropertyOwner const&) = delete;

    [[nodiscard]] virtual std::vector<Atom> atoms() const = 0;
    /// Empty when there is none of that name.
    [[nodiscard]] virtual std::string value(Atom property) const = 0;
    virtual void change(Atom property, std::string const& value) const = 0;
    virtual void remove(Atom property) const = 0;
    /// Neither written down nor taken away.
    [[nodiscard]] virtual bool overlooks(std::string const& /*name*/, Atom /*property*/) const { return false; }

    /// Those of them that every client could take away.
    [[nodiscard]] virtual std::vector<std::string> overlooked() const { return {}; }

    [[nodiscard]] Display* display() const { return m_display; }

private:
    Display* m_display;
};

/// How much of a value is asked for, in words of four bytes: longer ones are compared as far as that, and by how much
/// longer they are. Those cannot be put back.
constexpr long longest_property = 1 << 14;

struct PropertyValue {
    Atom type = None;
    int format = 0;
    unsigned long left = 0;  ///< bytes that were not asked for
    std::string data;
};
std::string bytes_of(PropertyValue const& value);
/// The same of what the server has answered: `data` has `count` numbers, each in so many bytes as Xlib has for it, and
/// is freed.
std::string bytes_of(PropertyValue about, unsigned char* data, unsigned long count, std::size_t bytes_of_one);
/// `listed` is freed; it may be null.
std::vector<Atom> taken(Atom* listed, int count);
/// Xlib has a long for each number of four bytes; XInput has not.
inline std::size_t bytes_in_xlib(int format) { return format == 32 ? sizeof(long) : std::size_t(format / 8); }
PropertyValue value_in(std::string_view bytes);

/// By their names. Of more than any server has, some are left out, and a mark stands for the rest: whoever made them
/// may not hold up who comes next.
Named read_properties(PropertyOwner const& owner);
void put_back_properties(PropertyOwner const& owner, Named const& before);

}  // namespace halte
