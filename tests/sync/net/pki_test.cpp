// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/pki.h"

#include "tests/sync/net/net_fixture.h"

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <sys/stat.h>

#include <fstream>

namespace zhida::net {
namespace {

namespace fs = std::filesystem;

constexpr Instant kNow{1'750'000'000'000};  // 2025-06-15

class PkiTest : public ::testing::Test {
protected:
    [[nodiscard]] fs::path dir() const { return m_folder.file("deep/pki"); }

    test::ScratchFolder m_folder;
};

unsigned modeOf(const fs::path& file) {
    struct stat status {};
    return stat(file.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// X509_V_OK when OpenSSL accepts the server's certificate for `host` at `at`.
int verify(const PkiFiles& files, const std::string& host, Instant at) {
    X509_STORE* const store = X509_STORE_new();
    X509_STORE_load_file(store, files.caCertificate.c_str());
    FILE* const file = std::fopen(files.serverCertificate.c_str(), "r");
    X509* const certificate = PEM_read_X509(file, nullptr, nullptr, nullptr);
    std::fclose(file);
    X509_STORE_CTX* const context = X509_STORE_CTX_new();
    X509_STORE_CTX_init(context, store, certificate, nullptr);
    X509_STORE_CTX_set_purpose(context, X509_PURPOSE_SSL_SERVER);
    X509_STORE_CTX_set_flags(context, X509_V_FLAG_X509_STRICT);
    X509_STORE_CTX_set_time(context, 0, at.ms / kSecondMs);
    X509_VERIFY_PARAM* const wanted = X509_STORE_CTX_get0_param(context);
    if (X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) != 1) {
        X509_VERIFY_PARAM_set1_host(wanted, host.c_str(), 0);
    }
    X509_verify_cert(context);
    const int result = X509_STORE_CTX_get_error(context);
    X509_STORE_CTX_free(context);
    X509_free(certificate);
    X509_STORE_free(store);
    return result;
}

TEST_F(PkiTest, MakesFilesOfTheRightModes) {
    const auto made = createPki(dir(), {"hotline.example.cn"}, kNow);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->caCertificate, dir() / "ca.pem");
    EXPECT_EQ(modeOf(dir()), 0700U);
    EXPECT_EQ(modeOf(made->caKey), 0600U);
    EXPECT_EQ(modeOf(made->serverKey), 0600U);
    EXPECT_EQ(modeOf(made->caCertificate), 0644U);
    EXPECT_EQ(modeOf(made->serverCertificate), 0644U);
    EXPECT_EQ(std::distance(fs::directory_iterator(dir()), {}), 4);
}

TEST_F(PkiTest, TheChainHoldsForEveryHost) {
    const auto made = createPki(dir(), {"hotline.example.cn", "10.1.2.3", "*.desk.example.cn"}, kNow);
    ASSERT_TRUE(made);
    for (const char* host : {"127.0.0.1", "::1", "localhost", "hotline.example.cn", "10.1.2.3", "a.desk.example.cn"}) {
        EXPECT_EQ(verify(*made, host, kNow), X509_V_OK) << host;
    }
    EXPECT_EQ(verify(*made, "other.example.cn", kNow), X509_V_ERR_HOSTNAME_MISMATCH);
    EXPECT_EQ(verify(*made, "10.1.2.4", kNow), X509_V_ERR_IP_ADDRESS_MISMATCH);
}

TEST_F(PkiTest, IsValidFromADayBeforeFor825Days) {
    const auto made = createPki(dir(), {}, kNow);
    ASSERT_TRUE(made);
    EXPECT_EQ(verify(*made, "localhost", kNow.plus(-kDayMs)), X509_V_OK);
    EXPECT_EQ(verify(*made, "localhost", kNow.plus(-kDayMs - kSecondMs)), X509_V_ERR_CERT_NOT_YET_VALID);
    EXPECT_EQ(verify(*made, "localhost", kNow.plus(825 * kDayMs - kSecondMs)), X509_V_OK);
    EXPECT_EQ(verify(*made, "localhost", kNow.plus(825 * kDayMs)), X509_V_ERR_CERT_HAS_EXPIRED);
}

TEST_F(PkiTest, InspectsWhatItMade) {
    const auto made = createPki(dir(), {"hotline.example.cn", "localhost", "fd00::12"}, kNow);
    ASSERT_TRUE(made);
    const auto server = inspectCertificate(made->serverCertificate);
    ASSERT_TRUE(server);
    EXPECT_EQ(server->subject, "CN=hotline.example.cn,O=Zhida");
    EXPECT_EQ(server->notBefore, kNow.plus(-kDayMs));
    EXPECT_EQ(server->notAfter, kNow.plus(825 * kDayMs));
    EXPECT_EQ(server->hosts,
              (std::vector<std::string>{"127.0.0.1", "::1", "localhost", "hotline.example.cn", "fd00::12"}));
    EXPECT_EQ(server->fingerprint.size(), 32U * 3 - 1);
    const auto authority = inspectCertificate(made->caCertificate);
    ASSERT_TRUE(authority);
    EXPECT_EQ(authority->notAfter, kNow.plus(kAuthorityDays * kDayMs));
    EXPECT_NE(authority->fingerprint, server->fingerprint);
}

TEST_F(PkiTest, OverwritesNothing) {
    const auto made = createPki(dir(), {}, kNow);
    ASSERT_TRUE(made);
    const std::string key = contentOf(made->caKey);
    const auto again = createPki(dir(), {}, kNow);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "pki.exists");
    EXPECT_EQ(contentOf(made->caKey), key);
}

TEST_F(PkiTest, RefusesWhatIsNoHost) {
    for (const char* host :
         {"", " ", "a b", "-a", "a..b", ".", "a.", "热线.cn", "a,IP:1.2.3.4", "*", "a.*.b", "1.2.3.4/8", "a_b"}) {
        const auto made = createPki(dir(), {host}, kNow);
        ASSERT_FALSE(made) << host;
        EXPECT_EQ(made.error(), Error("pki.badHost", {{"host", host}}));
    }
    EXPECT_FALSE(fs::exists(dir()));
}

TEST_F(PkiTest, SaysWhereItCannotWrite) {
    std::ofstream(m_folder.file("deep")) << "a file, not a folder";
    const auto made = createPki(dir(), {}, kNow);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, "pki.unwritable");
}

TEST_F(PkiTest, RenewsTheServerAlone) {
    const auto made = createPki(dir(), {"hotline.example.cn"}, kNow);
    ASSERT_TRUE(made);
    const std::string authority = contentOf(made->caCertificate);
    const std::string key = contentOf(made->serverKey);
    const Instant later = kNow.plus(800 * kDayMs);
    ASSERT_TRUE(renewServer(dir(), {}, later));
    EXPECT_EQ(verify(*made, "hotline.example.cn", later.plus(824 * kDayMs)), X509_V_OK);
    EXPECT_EQ(contentOf(made->caCertificate), authority);
    EXPECT_NE(contentOf(made->serverKey), key);
    EXPECT_EQ(modeOf(made->serverKey), 0600U);
    ASSERT_TRUE(renewServer(dir(), {"new.example.cn"}, later));
    EXPECT_EQ(verify(*made, "new.example.cn", later), X509_V_OK);
    EXPECT_EQ(verify(*made, "hotline.example.cn", later), X509_V_ERR_HOSTNAME_MISMATCH);
}

TEST_F(PkiTest, ARenewedServerEndsWithItsAuthority) {
    const auto made = createPki(dir(), {}, kNow);
    ASSERT_TRUE(made && renewServer(dir(), {}, kNow.plus(3500 * kDayMs)));
    EXPECT_EQ(inspectCertificate(made->serverCertificate)->notAfter, kNow.plus(kAuthorityDays * kDayMs));
}

TEST_F(PkiTest, RenewalNeedsTheAuthority) {
    EXPECT_EQ(renewServer(dir(), {}, kNow).error().code, "pki.unreadable");
    const auto made = createPki(dir(), {}, kNow);
    ASSERT_TRUE(made);
    fs::copy_file(made->serverKey, made->caKey, fs::copy_options::overwrite_existing);
    EXPECT_EQ(renewServer(dir(), {}, kNow).error().code, "pki.keyMismatch");
    std::ofstream(made->caKey) << "not a key";
    EXPECT_EQ(renewServer(dir(), {}, kNow).error().code, "pki.unreadable");
    EXPECT_EQ(inspectCertificate(made->caKey).error().code, "pki.unreadable");
}

}  // namespace
}  // namespace zhida::net
