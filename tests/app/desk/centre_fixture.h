// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/centre.h"
#include "app/centre/centre_server.h"
#include "tests/app/desk/child_process.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace zhida::desk {

/// A demo centre with a running server, and desks beside it. The centre is made once and copied for every test.
class CentreFixture : public testing::Test {
protected:
    static void SetUpTestSuite() {
        s_root = makeFolder();
        const auto report = centre::initCentre((s_root / "pattern").string(), {true, {}});
        ASSERT_TRUE(report.ok()) << report.error().code;
        s_accounts = report->accounts;
    }
    static void TearDownTestSuite() {
        std::error_code ignored;
        std::filesystem::remove_all(s_root, ignored);
    }

    void SetUp() override {
        m_folder = makeFolder();
        std::filesystem::copy(s_root / "pattern", m_folder / "centre", std::filesystem::copy_options::recursive);
        startServer(0);
    }
    void TearDown() override {
        m_server.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    void startServer(std::uint16_t port) {
        centre::ServeOptions options;
        options.port = port;
        auto server = centre::CentreServer::start(centreDir(), options);
        ASSERT_TRUE(server.ok()) << server.error().code;
        m_server = std::move(*server);
        m_url = m_server->url();
        m_ca = m_server->caFile();
    }
    /// The server again, on the port that the desks know.
    void restartServer() {
        const auto port = static_cast<std::uint16_t>(std::stoi(m_url.substr(m_url.rfind(':') + 1)));
        startServer(port);
    }
    void stopServer() { m_server.reset(); }

    [[nodiscard]] std::string centreDir() const { return (m_folder / "centre").string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_folder / name).string(); }

    /// The first account of that role, and of that unit if one is named.
    static centre::NewAccount account(const std::string& role, const std::string& unit = {}) {
        for (const centre::NewAccount& each : s_accounts) {
            if (each.role == role && (unit.empty() || each.unit == unit)) {
                return each;
            }
        }
        throw std::runtime_error("no account: " + role + " " + unit);
    }

    [[nodiscard]] std::unique_ptr<DeskProcess> desk(const centre::NewAccount& who,
                                                    const std::string& password = {}) const {
        const std::vector<std::string> options{"--server", m_url, "--ca", m_ca, "--user", who.user};
        return std::make_unique<DeskProcess>(path(who.user + ".db"), options,
                                             password.empty() ? who.password : password);
    }
    /// A later start: the file knows the rest.
    [[nodiscard]] std::unique_ptr<DeskProcess> deskAgain(const centre::NewAccount& who,
                                                         const std::vector<std::string>& options = {},
                                                         const std::string& password = {}) const {
        return std::make_unique<DeskProcess>(path(who.user + ".db"), options,
                                             password.empty() ? who.password : password);
    }

    static Json healthCertificate() {
        return {{"title", "省庄镇就近办理健康证的医院或诊所"},
                {"content", "来电咨询省庄镇就近能够办理健康证的医院或诊所有哪些。"},
                {"appealType", "consult"},
                {"channel", "phone"},
                {"callerPhone", "19900001234"},
                {"category", "120103"},
                {"region", "370902100000"}};
    }

    std::string m_url;
    std::string m_ca;
    std::unique_ptr<centre::CentreServer> m_server;

private:
    static std::filesystem::path makeFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "zhida-desk-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("no scratch folder");
        }
        return pattern;
    }

    static inline std::filesystem::path s_root;
    static inline std::vector<centre::NewAccount> s_accounts;
    std::filesystem::path m_folder;
};

}  // namespace zhida::desk
