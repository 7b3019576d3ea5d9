// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/waiting.h"
#include "model/base/clock.h"
#include "model/base/result.h"
#include "model/service/desk.h"
#include "model/service/knowledge.h"

#include <cstdint>
#include <string>
#include <vector>

namespace zhida::desk {

/// Asks a desk's knowledge and waits for the answer. As HeadlessQueries.
class KnowledgeAsk {
public:
    /// Both outlive it.
    KnowledgeAsk(service::Desk& desk, const Clock& clock) : m_desk(desk), m_clock(clock) {}

    /// Runs `read(Knowledge&)` on a reader.
    template <class Read>
    auto read(Read read) const {
        const Instant now = m_clock.now();
        const UtcOffset offset = m_desk.offset();
        const domain::UserProfile& user = m_desk.user();
        return askDesk(m_desk, [&](service::DeskReader& reader) {
            service::Knowledge knowledge(reader, user, now, offset);
            return read(knowledge);
        });
    }
    /// Errors: field.missing{field} article.unknown{article}.
    [[nodiscard]] Result<service::KnowledgeFile> fileOf(const std::string& article) const;
    /// Of an article, or of a basis. Errors: as fileOf, field.value{field,value,allowed}.
    [[nodiscard]] Result<std::vector<service::ImpactRow>> impactRows(const std::string& article,
                                                                     const std::string& basis, std::int64_t days) const;

private:
    service::Desk& m_desk;
    const Clock& m_clock;
};

}  // namespace zhida::desk
