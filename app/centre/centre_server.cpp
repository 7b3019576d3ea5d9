// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/centre/centre_server.h"

#include "app/centre/centre.h"
#include "app/centre/sequencer.h"
#include "sync/net/pki.h"
#include "sync/server/admin_socket.h"

#include <mutex>
#include <utility>

namespace zhida::centre {
namespace {

constexpr std::chrono::milliseconds kPatience(8'000);

/// What a desk on this machine would dial.
std::string dialled(const std::string& host) {
    if (host.empty() || host == "0.0.0.0" || host == "::") {
        return "127.0.0.1";
    }
    return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

}  // namespace

class CentreServer::Impl {
public:
    Impl(const std::string& dir, ServeOptions options, std::unique_ptr<CentreLock> lock)
        : m_paths(dir),
          m_options(std::move(options)),
          m_lock(std::move(lock)),
          m_io([this](const std::exception& failure) {
              warn(Error("net.handlerFailed", {{"detail", failure.what()}}));
          }),
          m_sequencer(m_paths, m_options) {}
    ~Impl() { stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    Status start() {
        if (Status opened = m_sequencer.openStore(); !opened) {
            return opened;
        }
        m_sequencer.start();
        m_io.start();
        if (Status listening = listen(); !listening) {
            return listening;
        }
        auto admin = sync::AdminSocket::listen(m_paths.directory, [this](sync::AdminMessage message) {
            const auto ask = unpackAsk(std::move(message));
            return packAnswer(ask ? m_sequencer.answer(*ask) : ask.error());
        });
        if (!admin) {
            return admin.error();
        }
        m_admin = std::move(*admin);
        return done();
    }

    void stop() {
        const std::lock_guard guard(m_stopping);
        if (m_listener) {
            m_listener->stopAccepting();
        }
        m_admin.reset();
        m_sequencer.stop(kPatience);
        m_listener.reset();
        m_io.stop();
        m_lock.reset();
    }

    [[nodiscard]] std::string url() const { return m_url; }
    [[nodiscard]] std::string caFile() const { return net::pkiFiles(m_paths.pki).caCertificate.string(); }

private:
    Status listen() {
        const net::PkiFiles pki = net::pkiFiles(m_paths.pki);
        net::ListenOptions options;
        options.host = m_options.host;
        options.port = m_options.port;
        options.certificateFile = pki.serverCertificate.string();
        options.keyFile = pki.serverKey.string();
        options.onRejected = [this](const Error& why, const std::string& peer) {
            warn(Error("line.rejected", {{"why", why.code}, {"peer", peer}}));
        };
        auto listener =
            net::Listener::listen(m_io, std::move(options), [this] { return m_sequencer.lines().newHandler(); });
        if (!listener) {
            return listener.error();
        }
        m_listener = std::move(*listener);
        m_url = "wss://" + dialled(m_options.host) + ":" + std::to_string(m_listener->port());
        return done();
    }

    void warn(Error what) const {
        if (m_options.log) {
            m_options.log({LogLine::Level::warning, std::move(what)});
        }
    }

    CentrePaths m_paths;
    ServeOptions m_options;
    std::unique_ptr<CentreLock> m_lock;
    net::IoThread m_io;
    Sequencer m_sequencer;
    std::unique_ptr<net::Listener> m_listener;
    std::unique_ptr<sync::AdminSocket> m_admin;
    std::string m_url;
    std::mutex m_stopping;
};

CentreServer::CentreServer(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CentreServer::~CentreServer() = default;

Result<std::unique_ptr<CentreServer>> CentreServer::start(const std::string& dir, const ServeOptions& options) {
    if (!holdsCentre(dir)) {
        return Error("centre.missing", {{"dir", dir}});
    }
    auto lock = CentreLock::take(dir);
    if (!lock) {
        return lock.error();
    }
    auto impl = std::make_unique<Impl>(dir, options, std::move(*lock));
    if (Status started = impl->start(); !started) {
        return started.error();
    }
    return std::unique_ptr<CentreServer>(new CentreServer(std::move(impl)));  // NOLINT: private constructor
}

std::string CentreServer::url() const { return m_impl->url(); }

std::string CentreServer::caFile() const { return m_impl->caFile(); }

void CentreServer::stop() { m_impl->stop(); }

}  // namespace zhida::centre
