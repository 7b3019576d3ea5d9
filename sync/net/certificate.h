// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net: OpenSSL's objects with owners, and the few things done to them.
#pragma once

#include "model/base/result.h"
#include "model/base/time.h"

#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <string>
#include <vector>

namespace zhida::net {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;

struct CertificateRequest {
    std::string commonName;
    Instant notBefore;
    Instant notAfter;
    bool authority = false;
    std::vector<std::string> hosts;  ///< names and addresses, checked by isHost()
};

/// A DNS name (a leading "*." allowed) or an address.
bool isHost(const std::string& host);
bool isAddress(const std::string& host);

/// EC P-256. Throws std::runtime_error when OpenSSL cannot, as all below.
Key newKey();
/// Signed by `issuer` and its key; by itself when there is no issuer.
Certificate issue(const CertificateRequest& request, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey);

std::string toPem(X509* certificate);
std::string toPem(EVP_PKEY* key);
/// The first one in the text; null when there is none.
Certificate certificateFromPem(const std::string& pem);
Key keyFromPem(const std::string& pem);

std::string subjectOf(X509* certificate);
Instant notBeforeOf(X509* certificate);
Instant notAfterOf(X509* certificate);
std::vector<std::string> hostsOf(X509* certificate);
/// SHA-256, "AB:CD:…", as browsers and `openssl x509 -fingerprint` show it.
std::string fingerprintOf(X509* certificate);

}  // namespace zhida::net
