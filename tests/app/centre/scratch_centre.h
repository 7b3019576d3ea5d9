// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "app/centre/centre.h"

#include <gtest/gtest.h>
#include <stdlib.h>  // NOLINT: mkdtemp

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

namespace zhida::centre {

/// A directory of its own that goes with the test.
class ScratchDirectory {
public:
    ScratchDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "zhida-centre-XXXXXX").string();
        m_path = ::mkdtemp(name.data());
    }
    ~ScratchDirectory() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    ScratchDirectory(const ScratchDirectory&) = delete;
    ScratchDirectory& operator=(const ScratchDirectory&) = delete;
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

inline std::string newCentre(const ScratchDirectory& scratch, bool demo = false) {
    const std::string dir = (scratch / "centre").string();
    InitOptions options;
    options.demo = demo;
    const auto report = initCentre(dir, options);
    EXPECT_TRUE(report.ok()) << (report.ok() ? "" : report.error().code);
    return dir;
}

inline std::unique_ptr<CentreAccess> access(const std::string& dir) {
    auto opened = CentreAccess::open(dir);
    EXPECT_TRUE(opened.ok()) << (opened.ok() ? "" : opened.error().code);
    return opened ? std::move(*opened) : nullptr;
}

inline domain::Ticket foreignTicket(int number, const std::string& title = "路灯不亮") {
    domain::Ticket ticket;
    ticket.source = "letters";
    ticket.sourceId = std::to_string(number);
    ticket.number = "L" + std::to_string(number);
    ticket.title = title;
    ticket.content = title + "，来信人请求尽快处理，编号" + std::to_string(number);
    ticket.state = domain::TicketState::closed;
    ticket.createdAt = Instant{1'700'000'000'000 + number};
    ticket.region.value = "370902100000";
    return ticket;
}

}  // namespace zhida::centre
