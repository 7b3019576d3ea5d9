// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/net/tls.h"

#include <boost/asio/ssl/error.hpp>

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <fcntl.h>
#include <netinet/tcp.h>

namespace zhida::net {
namespace {

using Context = std::shared_ptr<asio::ssl::context>;

Context strictContext(asio::ssl::context::method method) {
    auto context = std::make_shared<asio::ssl::context>(method);
    SSL_CTX* const native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION);
    SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(native, 0);
    return context;
}

std::string_view verificationCode(long result) {
    switch (result) {
        case X509_V_ERR_CERT_HAS_EXPIRED:
        case X509_V_ERR_CERT_NOT_YET_VALID:
            return "tls.expired";
        case X509_V_ERR_HOSTNAME_MISMATCH:
        case X509_V_ERR_IP_ADDRESS_MISMATCH:
            return "tls.hostMismatch";
        default:
            return "tls.untrusted";
    }
}

void setOption(Tcp::socket& socket, int name, int value) {
    setsockopt(socket.native_handle(), IPPROTO_TCP, name, &value, sizeof value);
}

}  // namespace

Result<Context> clientContext(const std::string& caFile) {
    auto context = strictContext(asio::ssl::context::tls_client);
    ErrorCode ec;
    context->load_verify_file(caFile, ec);
    if (ec) {
        return Error("tls.caUnreadable", {{"file", caFile}, {"detail", ec.message()}});
    }
    context->set_verify_mode(asio::ssl::verify_peer, ec);
    return context;
}

Result<Context> serverContext(const std::string& certificateFile, const std::string& keyFile) {
    auto context = strictContext(asio::ssl::context::tls_server);
    ErrorCode ec;
    context->use_certificate_chain_file(certificateFile, ec);
    if (ec) {
        return Error("tls.certificateUnreadable", {{"file", certificateFile}, {"detail", ec.message()}});
    }
    context->use_private_key_file(keyFile, asio::ssl::context::pem, ec);
    if (ec.value() != 0 && ERR_GET_REASON(static_cast<unsigned long>(ec.value())) == X509_R_KEY_VALUES_MISMATCH) {
        return Error("tls.keyMismatch", {{"file", keyFile}});
    }
    if (ec) {
        return Error("tls.keyUnreadable", {{"file", keyFile}, {"detail", ec.message()}});
    }
    return context;
}

Status expectHost(TlsStream& stream, const std::string& host) {
    SSL* const ssl = stream.native_handle();
    ErrorCode notAnAddress;
    asio::ip::make_address(host, notAnAddress);
    if (!notAnAddress) {
        const bool set = X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1;
        return set ? done() : Status(Error("tls.protocol", {{"host", host}}));
    }
    SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
    const bool set = SSL_set1_host(ssl, host.c_str()) == 1 && SSL_set_tlsext_host_name(ssl, host.c_str()) == 1;
    return set ? done() : Status(Error("tls.protocol", {{"host", host}}));
}

Error handshakeError(TlsStream& stream, const ErrorCode& ec) {
    if (ec.category() != asio::error::get_ssl_category()) {
        return lost(ec);
    }
    const long result = SSL_get_verify_result(stream.native_handle());
    if (result == X509_V_OK) {
        return Error("tls.protocol", {{"detail", ec.message()}});
    }
    return Error(verificationCode(result), {{"detail", X509_verify_cert_error_string(result)}});
}

Error lost(const ErrorCode& ec) { return Error("net.closed", {{"by", "network"}, {"detail", ec.message()}}); }

void closeOnExec(int socket) { (void)::fcntl(socket, F_SETFD, FD_CLOEXEC); }

void tune(Tcp::socket& socket) {
    ErrorCode ignored;
    closeOnExec(socket.native_handle());
    socket.set_option(Tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
    setOption(socket, TCP_KEEPIDLE, 60);
    setOption(socket, TCP_KEEPINTVL, 10);
    setOption(socket, TCP_KEEPCNT, 3);
}

}  // namespace zhida::net
