#pragma once
/// Objects that Pango makes, which are counted.

#include <pango/pango.h>

#include <memory>

namespace halte {

struct Unreference {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unreference>;

}  // namespace halte
