// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to sync/net: TLS contexts and what their errors mean. TLS 1.3 only, no session tickets, buffers released when idle.
#pragma once

#include "model/base/result.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <memory>
#include <string>

namespace zhida::net {

namespace asio = boost::asio;
using Tcp = asio::ip::tcp;
using TlsStream = asio::ssl::stream<Tcp::socket>;
using ErrorCode = boost::system::error_code;

/// Errors: tls.caUnreadable {file}.
Result<std::shared_ptr<asio::ssl::context>> clientContext(const std::string& caFile);
/// Errors: tls.certificateUnreadable {file}, tls.keyUnreadable {file}, tls.keyMismatch {file}.
Result<std::shared_ptr<asio::ssl::context>> serverContext(const std::string& certificateFile,
                                                          const std::string& keyFile);

/// Demands a certificate for `host`, a DNS name or an address, and asks for it by name (SNI).
Status expectHost(TlsStream& stream, const std::string& host);

/// Why a TLS handshake failed: tls.untrusted, tls.hostMismatch, tls.expired, tls.protocol, or net.closed.
Error handshakeError(TlsStream& stream, const ErrorCode& ec);
/// net.closed by the network.
Error lost(const ErrorCode& ec);

/// A program that is started does not get this socket: it would keep the port, or the line, open.
void closeOnExec(int socket);
/// No Nagle delay; keepalive after a minute of silence; closeOnExec.
void tune(Tcp::socket& socket);

}  // namespace zhida::net
