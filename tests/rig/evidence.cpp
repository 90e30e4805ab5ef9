#include "evidence.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

#include "rig.h"

namespace halte::rig {
namespace {

/// The same test may fail on both rigs.
void keep_evidence(std::string name) {
    name += rig().options().glass == Glass::pointer ? " pointer" : " touchscreen";
    std::ranges::replace_if(name, [](unsigned char letter) { return std::isalnum(letter) == 0; }, '-');
    fs::path const kept = fs::path(HALTE_BINARY) / "rig-failures" / name;
    std::error_code ignored;
    fs::remove_all(kept, ignored);
    fs::create_directories(kept);
    fs::copy(rig().folder() / "kiosk/trees", kept / "trees", ignored);
    fs::copy_file(rig().folder() / "kiosk/log", kept / "log", ignored);
    fs::copy_file(rig().folder() / "kiosk/awaited.ppm", kept / "awaited.ppm", ignored);
    // The test may have ended the server.
    if (!fs::copy_file(rig().folder() / "kiosk/screen.ppm", kept / "screen.ppm", ignored))
        rig().keep_look(kept / "screen.ppm");
}

class Evidence final : public doctest::IReporter {
public:
    explicit Evidence(doctest::ContextOptions const& /*options*/) {}

    void test_case_start(doctest::TestCaseData const& test) override {
        m_name = test.m_name;
        m_kept = false;
    }
    void log_assert(doctest::AssertData const& assertion) override {
        if (assertion.m_failed) keep();
    }
    void test_case_exception(doctest::TestCaseException const& /*fault*/) override { keep(); }
    void report_query(doctest::QueryData const& /*query*/) override {}
    void test_run_start() override {}
    void test_run_end(doctest::TestRunStats const& /*stats*/) override {}
    void test_case_reenter(doctest::TestCaseData const& /*test*/) override {}
    void test_case_end(doctest::CurrentTestCaseStats const& /*stats*/) override { rig().leave_screen(); }
    void subcase_start(doctest::SubcaseSignature const& /*part*/) override {}
    void subcase_end() override {}
    void log_message(doctest::MessageData const& /*message*/) override {}
    void test_case_skipped(doctest::TestCaseData const& /*test*/) override {}

private:
    void keep() {
        if (!m_kept) keep_evidence(m_name);
        m_kept = true;
    }

    std::string m_name;
    bool m_kept = false;
};

}  // namespace

REGISTER_LISTENER("evidence", 1, Evidence);

}  // namespace halte::rig
