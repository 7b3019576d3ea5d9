// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/pki.h"

#include "sync/net/certificate.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace zhida::net {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kSecret = 0600;
constexpr mode_t kPublic = 0644;

struct Authority {
    Certificate certificate;
    Key key;
};

Error unwritable(const fs::path& file, int error) {
    return Error("pki.unwritable", {{"file", file.string()}, {"detail", std::strerror(error)}});
}

bool writeAll(int descriptor, const std::string& text) {
    std::size_t written = 0;
    while (written < text.size()) {
        const ssize_t n = write(descriptor, text.data() + written, text.size() - written);
        if (n < 0 && errno != EINTR) {
            return false;
        }
        written += n > 0 ? static_cast<std::size_t>(n) : 0;
    }
    return fsync(descriptor) == 0;
}

/// Whole or not at all: written beside, then renamed.
Status writeFile(const fs::path& file, const std::string& text, mode_t mode) {
    fs::path beside = file;
    beside += ".new";
    unlink(beside.c_str());
    const int descriptor = open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0) {
        return unwritable(file, errno);
    }
    const bool written = fchmod(descriptor, mode) == 0 && writeAll(descriptor, text);
    const int error = errno;
    ::close(descriptor);
    if (!written) {
        unlink(beside.c_str());
        return unwritable(file, error);
    }
    return rename(beside.c_str(), file.c_str()) == 0 ? done() : Status(unwritable(file, errno));
}

Status writePair(const fs::path& certificateFile, X509* certificate, const fs::path& keyFile, EVP_PKEY* key) {
    Status wroteKey = writeFile(keyFile, toPem(key), kSecret);
    return wroteKey ? writeFile(certificateFile, toPem(certificate), kPublic) : wroteKey;
}

std::string readFile(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Result<std::vector<std::string>> withLocal(const std::vector<std::string>& hosts) {
    std::vector<std::string> all{"127.0.0.1", "::1", "localhost"};
    for (const std::string& host : hosts) {
        if (!isHost(host)) {
            return Error("pki.badHost", {{"host", host}});
        }
        if (std::find(all.begin(), all.end(), host) == all.end()) {
            all.push_back(host);
        }
    }
    return all;
}

Status writeServer(const PkiFiles& files, const Authority& authority, const std::vector<std::string>& hosts,
                   Instant now) {
    const Instant end = std::min(now.plus(kServerDays * kDayMs), notAfterOf(authority.certificate.get()));
    const std::string& name = hosts.size() > 3 ? hosts[3] : hosts.back();
    const CertificateRequest request{name.substr(0, 64), now.plus(-kDayMs), end, false, hosts};
    const Key key = newKey();
    const Certificate certificate = issue(request, key.get(), authority.certificate.get(), authority.key.get());
    return writePair(files.serverCertificate, certificate.get(), files.serverKey, key.get());
}

Authority newAuthority(Instant now) {
    Authority made{nullptr, newKey()};
    const CertificateRequest request{"Zhida centre CA", now.plus(-kDayMs), now.plus(kAuthorityDays * kDayMs), true, {}};
    made.certificate = issue(request, made.key.get(), nullptr, nullptr);
    return made;
}

Result<Authority> readAuthority(const PkiFiles& files) {
    Authority found{certificateFromPem(readFile(files.caCertificate)), keyFromPem(readFile(files.caKey))};
    if (!found.certificate) {
        return Error("pki.unreadable", {{"file", files.caCertificate.string()}});
    }
    if (!found.key) {
        return Error("pki.unreadable", {{"file", files.caKey.string()}});
    }
    if (X509_check_private_key(found.certificate.get(), found.key.get()) != 1) {
        return Error("pki.keyMismatch", {{"file", files.caKey.string()}});
    }
    return found;
}

Status prepareFolder(const fs::path& dir, const PkiFiles& files) {
    for (const fs::path& file : {files.caCertificate, files.caKey, files.serverCertificate, files.serverKey}) {
        std::error_code ignored;
        if (fs::exists(file, ignored)) {
            return Error("pki.exists", {{"file", file.string()}});
        }
    }
    std::error_code ec;
    if (fs::create_directories(dir, ec)) {
        fs::permissions(dir, fs::perms::owner_all, ec);
    }
    return ec ? Status(unwritable(dir, ec.value())) : done();
}

}  // namespace

PkiFiles pkiFiles(const fs::path& dir) {
    return {dir / "ca.pem", dir / "ca.key", dir / "server.pem", dir / "server.key"};
}

Result<PkiFiles> createPki(const fs::path& dir, const std::vector<std::string>& hosts, Instant now) {
    const PkiFiles files = pkiFiles(dir);
    const auto all = withLocal(hosts);
    if (!all) {
        return all.error();
    }
    if (const Status ready = prepareFolder(dir, files); !ready) {
        return ready.error();
    }
    const Authority authority = newAuthority(now);
    if (const Status wrote =
            writePair(files.caCertificate, authority.certificate.get(), files.caKey, authority.key.get());
        !wrote) {
        return wrote.error();
    }
    const Status wrote = writeServer(files, authority, *all, now);
    return wrote ? Result<PkiFiles>(files) : Result<PkiFiles>(wrote.error());
}

Result<PkiFiles> renewServer(const fs::path& dir, const std::vector<std::string>& hosts, Instant now) {
    const PkiFiles files = pkiFiles(dir);
    const auto authority = readAuthority(files);
    if (!authority) {
        return authority.error();
    }
    std::vector<std::string> wanted = hosts;
    if (wanted.empty()) {
        const Certificate old = certificateFromPem(readFile(files.serverCertificate));
        if (!old) {
            return Error("pki.unreadable", {{"file", files.serverCertificate.string()}});
        }
        wanted = hostsOf(old.get());
    }
    const auto all = withLocal(wanted);
    if (!all) {
        return all.error();
    }
    const Status wrote = writeServer(files, *authority, *all, now);
    return wrote ? Result<PkiFiles>(files) : Result<PkiFiles>(wrote.error());
}

Result<CertificateInfo> inspectCertificate(const fs::path& file) {
    const Certificate found = certificateFromPem(readFile(file));
    if (!found) {
        return Error("pki.unreadable", {{"file", file.string()}});
    }
    X509* const raw = found.get();
    return CertificateInfo{subjectOf(raw), notBeforeOf(raw), notAfterOf(raw), hostsOf(raw), fingerprintOf(raw)};
}

}  // namespace zhida::net
