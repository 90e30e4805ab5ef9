#include <halte/base.h>
#include <unistd.h>

namespace halte {

UniqueFd& UniqueFd::operator=(UniqueFd&& other) noexcept {
    if (this != &other) {
        close();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

UniqueFd::~UniqueFd() { close(); }

void UniqueFd::close() {
    if (m_descriptor >= 0) ::close(std::exchange(m_descriptor, -1));
}

}  // namespace halte
