// SPDX-License-Identifier: GPL-3.0-or-later
// The centre's own certificate authority: `zhida-admin init` makes it, desks trust its ca.pem and nothing else.
#pragma once

#include "model/base/result.h"
#include "model/base/time.h"

#include <filesystem>
#include <string>
#include <vector>

namespace zhida::net {

struct PkiFiles {
    std::filesystem::path caCertificate;      ///< ca.pem: goes to every desk
    std::filesystem::path caKey;              ///< ca.key: mode 0600; may be kept elsewhere between renewals
    std::filesystem::path serverCertificate;  ///< server.pem
    std::filesystem::path serverKey;          ///< server.key: mode 0600
};

/// The names under `dir`, whether they exist or not.
PkiFiles pkiFiles(const std::filesystem::path& dir);

inline constexpr std::int64_t kAuthorityDays = 3653;
inline constexpr std::int64_t kServerDays = 825;

/// EC P-256 throughout; valid from a day before `now`, for clocks that lag. `dir` is made if need be (mode 0700). The server
/// answers to 127.0.0.1, ::1, localhost and `hosts` (DNS names, a leading "*." allowed, or addresses).
/// Errors: pki.exists {file}, pki.badHost {host}, pki.unwritable {file, detail}.
Result<PkiFiles> createPki(const std::filesystem::path& dir, const std::vector<std::string>& hosts, Instant now);

/// A new key and certificate for the server from the authority in `dir`, never valid longer than the authority; without
/// `hosts` for those of the old one. Takes effect when the listener is opened anew.
/// Errors: pki.unreadable {file}, pki.keyMismatch {file}, pki.badHost {host}, pki.unwritable {file, detail}.
Result<PkiFiles> renewServer(const std::filesystem::path& dir, const std::vector<std::string>& hosts, Instant now);

struct CertificateInfo {
    std::string subject;  ///< RFC 4514, UTF-8
    Instant notBefore;
    Instant notAfter;
    std::vector<std::string> hosts;  ///< subject alternative names, DNS and IP
    std::string fingerprint;         ///< SHA-256, "AB:CD:…", to be compared by telephone
};

/// The first certificate of a PEM file. Errors: pki.unreadable {file}.
Result<CertificateInfo> inspectCertificate(const std::filesystem::path& file);

}  // namespace zhida::net
