#include "properties.h"

#include <set>

namespace halte {
namespace {

constexpr std::size_t most = 300;
constexpr char const* and_more = "\x02 more than can be told";

std::set<Atom> atoms_of(Display* display, Named const& values) {
    std::set<Atom> atoms;
    for (auto const& [name, value] : values) atoms.insert(XInternAtom(display, name.c_str(), True));
    return atoms;
}

}  // namespace

std::string bytes_of(PropertyValue const& value) {
    std::string bytes;
    add(bytes, value.type);
    add(bytes, value.format);
    add(bytes, value.left);
    return bytes + value.data;
}

std::string bytes_of(PropertyValue about, unsigned char* data, unsigned long count, std::size_t bytes_of_one) {
    about.data.assign(reinterpret_cast<char const*>(data), count * bytes_of_one);
    if (data != nullptr) XFree(data);
    return bytes_of(about);
}

std::vector<Atom> taken(Atom* listed, int count) {
    std::vector<Atom> atoms(listed, listed + count);
    if (listed != nullptr) XFree(listed);
    return atoms;
}

PropertyValue value_in(std::string_view bytes) {
    PropertyValue value;
    value.type = take<Atom>(bytes);
    value.format = take<int>(bytes);
    value.left = take<unsigned long>(bytes);
    value.data = bytes;
    return value;
}

Named read_properties(PropertyOwner const& owner) {
    Named found;
    for (Atom const atom : owner.atoms()) {
        if (found.size() == most) {
            found[and_more] = "";
            break;
        }
        std::string const name = name_of(owner.display(), atom);
        if (!owner.overlooks(name, atom)) found[name] = owner.value(atom);
    }
    return found;
}

void put_back_properties(PropertyOwner const& owner, Named const& before) {
    std::vector<Atom> const atoms = owner.atoms();
    std::set<Atom> known = atoms_of(owner.display(), before);
    for (std::string const& name : owner.overlooked()) known.insert(XInternAtom(owner.display(), name.c_str(), False));
    // Nobody asks for the names of a flood.
    bool const flood = atoms.size() > most;
    for (Atom const atom : atoms)
        if (!known.contains(atom) && (flood || !owner.overlooks(name_of(owner.display(), atom), atom)))
            owner.remove(atom);
    for (auto const& [name, value] : before) {
        Atom const atom = XInternAtom(owner.display(), name.c_str(), False);
        PropertyValue const told = value_in(value);
        bool const whole = told.format != 0 && told.left == 0;
        if (whole && owner.value(atom) != value) owner.change(atom, value);
    }
}

}  // namespace halte
