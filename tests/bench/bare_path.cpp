// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bare_path.h"

#include "tests/bench/bench.h"
#include "tests/bench/loopback_limit.h"

#include <sys/socket.h>
#include <unistd.h>

namespace zhida::bench {
namespace {

constexpr std::size_t kMessage = 1000;

}  // namespace

BarePath::BarePath(const std::filesystem::path& here, const std::filesystem::path& there)
    : m_here(here), m_there(there), m_line(connectedPair()), m_thread([this] {
          char first = 0;
          while (recv(m_line.second, &first, 1, 0) == 1) {
              readAll(m_line.second, kMessage - 1);
              m_there.once();
              writeAll(m_line.second, kMessage);
          }
      }) {}

BarePath::~BarePath() {
    close(m_line.first);
    m_thread.join();
    close(m_line.second);
}

double BarePath::once() {
    return secondsOf([this] {
        m_here.once();
        writeAll(m_line.first, kMessage);
        readAll(m_line.first, kMessage);
    });
}

}  // namespace zhida::bench
