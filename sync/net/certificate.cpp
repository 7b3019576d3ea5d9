// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/certificate.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <ctime>
#include <stdexcept>

namespace zhida::net {
namespace {

using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using BigNumber = std::unique_ptr<BIGNUM, Freed<BN_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;

void require(bool good, const char* what) {
    if (!good) {
        std::array<char, 256> text{};
        ERR_error_string_n(ERR_get_error(), text.data(), text.size());
        throw std::runtime_error(std::string(what) + ": " + text.data());
    }
}

std::string contents(BIO* bio) {
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, static_cast<std::size_t>(size)};
}

void setSerial(X509* certificate) {
    const BigNumber number(BN_new());
    require(number && BN_rand(number.get(), 159, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1 &&
                BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr,
            "serial number");
}

void setTimes(X509* certificate, Instant notBefore, Instant notAfter) {
    require(ASN1_TIME_set(X509_getm_notBefore(certificate), notBefore.ms / kSecondMs) != nullptr &&
                ASN1_TIME_set(X509_getm_notAfter(certificate), notAfter.ms / kSecondMs) != nullptr,
            "validity");
}

void addName(X509_NAME* name, const char* field, const std::string& value) {
    require(X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(value.data()),
                                       static_cast<int>(value.size()), -1, 0) == 1,
            "name");
}

void addExtension(X509* certificate, X509* issuer, int nid, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_nconf_nid(nullptr, &context, nid, value.c_str()));
    require(extension && X509_add_ext(certificate, extension.get(), -1) == 1, "extension");
}

void addExtensions(X509* certificate, X509* issuer, const CertificateRequest& request) {
    addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
    addExtension(certificate, issuer, NID_authority_key_identifier, "keyid");
    if (request.authority) {
        addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:TRUE,pathlen:0");
        addExtension(certificate, issuer, NID_key_usage, "critical,keyCertSign,cRLSign");
        return;
    }
    addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE");
    addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature");
    addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth");
    std::string names;
    for (const std::string& host : request.hosts) {
        names += (names.empty() ? "" : ",") + std::string(isAddress(host) ? "IP:" : "DNS:") + host;
    }
    addExtension(certificate, issuer, NID_subject_alt_name, names);
}

bool isLabel(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(), [](char c) {
               return c == '-' || (static_cast<unsigned char>(c) < 0x80 && std::isalnum(c) != 0);
           });
}

Instant toInstant(const ASN1_TIME* time) {
    std::tm fields{};
    require(ASN1_TIME_to_tm(time, &fields) == 1, "time");
    return Instant{static_cast<std::int64_t>(timegm(&fields)) * kSecondMs};
}

std::string textOf(const ASN1_OCTET_STRING* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const int family = ASN1_STRING_length(address) == 4 ? AF_INET : AF_INET6;
    inet_ntop(family, ASN1_STRING_get0_data(address), text.data(), text.size());
    return text.data();
}

}  // namespace

bool isAddress(const std::string& host) {
    std::array<unsigned char, 16> raw{};
    return inet_pton(AF_INET, host.c_str(), raw.data()) == 1 || inet_pton(AF_INET6, host.c_str(), raw.data()) == 1;
}

bool isHost(const std::string& host) {
    if (isAddress(host)) {
        return true;
    }
    std::string_view rest(host);
    rest.remove_prefix(rest.starts_with("*.") ? 2 : 0);
    if (rest.size() > 250) {
        return false;
    }
    for (;;) {
        const std::size_t dot = std::min(rest.find('.'), rest.size());
        if (!isLabel(rest.substr(0, dot))) {
            return false;
        }
        if (dot == rest.size()) {
            return true;
        }
        rest.remove_prefix(dot + 1);
    }
}

Key newKey() {
    Key key(EVP_EC_gen("P-256"));
    require(key != nullptr, "key");
    return key;
}

Certificate issue(const CertificateRequest& request, EVP_PKEY* key, X509* issuer, EVP_PKEY* issuerKey) {
    Certificate certificate(X509_new());
    X509* const raw = certificate.get();
    require(raw != nullptr && X509_set_version(raw, X509_VERSION_3) == 1 && X509_set_pubkey(raw, key) == 1,
            "certificate");
    setSerial(raw);
    setTimes(raw, request.notBefore, request.notAfter);
    addName(X509_get_subject_name(raw), "O", "Zhida");
    addName(X509_get_subject_name(raw), "CN", request.commonName);
    X509* const signer = issuer != nullptr ? issuer : raw;
    require(X509_set_issuer_name(raw, X509_get_subject_name(signer)) == 1, "issuer");
    addExtensions(raw, signer, request);
    require(X509_sign(raw, issuer != nullptr ? issuerKey : key, EVP_sha256()) > 0, "signature");
    return certificate;
}

std::string toPem(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio && PEM_write_bio_X509(bio.get(), certificate) == 1, "PEM");
    return contents(bio.get());
}

std::string toPem(EVP_PKEY* key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    require(bio && PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1, "PEM");
    return contents(bio.get());
}

Certificate certificateFromPem(const std::string& pem) {
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    require(bio != nullptr, "PEM");
    Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    ERR_clear_error();
    return certificate;
}

Key keyFromPem(const std::string& pem) {
    const Bio bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
    require(bio != nullptr, "PEM");
    static const auto noPassword = [](char*, int, int, void*) { return -1; };
    Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassword, nullptr));
    ERR_clear_error();
    return key;
}

std::string subjectOf(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    const unsigned long flags = XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB);
    require(bio && X509_NAME_print_ex(bio.get(), X509_get_subject_name(certificate), 0, flags) >= 0, "subject");
    return contents(bio.get());
}

Instant notBeforeOf(X509* certificate) { return toInstant(X509_get0_notBefore(certificate)); }

Instant notAfterOf(X509* certificate) { return toInstant(X509_get0_notAfter(certificate)); }

std::vector<std::string> hostsOf(X509* certificate) {
    std::vector<std::string> hosts;
    const Names names(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(certificate, NID_subject_alt_name, nullptr, nullptr)));
    for (int i = 0; names && i < sk_GENERAL_NAME_num(names.get()); ++i) {
        const GENERAL_NAME* const name = sk_GENERAL_NAME_value(names.get(), i);
        if (name->type == GEN_DNS) {
            const auto* const text = reinterpret_cast<const char*>(ASN1_STRING_get0_data(name->d.dNSName));
            hosts.emplace_back(text, static_cast<std::size_t>(ASN1_STRING_length(name->d.dNSName)));
        } else if (name->type == GEN_IPADD) {
            hosts.push_back(textOf(name->d.iPAddress));
        }
    }
    return hosts;
}

std::string fingerprintOf(X509* certificate) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    require(X509_digest(certificate, EVP_sha256(), digest.data(), &size) == 1, "fingerprint");
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += i == 0 ? "" : ":";
        text += kHex[digest[i] >> 4U];
        text += kHex[digest[i] & 0x0FU];
    }
    return text;
}

}  // namespace zhida::net
