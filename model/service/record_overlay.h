// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/reference_data.h"
#include "model/storage/outbox_table.h"
#include "model/storage/record_table.h"
#include "model/wire/record_judge.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::service {

/// Records of this kind are read when something is asked of them; nothing on the screen is made of them.
bool isSilent(std::string_view kind);

/// Records as this desk shows them: what the centre has sent, with our waiting commands run over it by the rules. Made for one
/// use inside one transaction; nothing of it is stored, so there is nothing to take back when the centre decides otherwise.
class RecordOverlay {
public:
    using TicketOf = std::function<std::optional<domain::Ticket>(const TicketId& ticket)>;
    RecordOverlay(const storage::RecordTable& records, const storage::OutboxTable& outbox, ReferenceData& reference,
                  TicketOf ticket);

    [[nodiscard]] std::optional<std::string> get(std::string_view kind, std::string_view key) const;
    /// Shows what the centre has not confirmed.
    [[nodiscard]] bool pending(std::string_view kind, std::string_view key) const;
    using Visit = std::function<void(std::string_view key, std::string_view body, bool pending)>;
    /// In order of key.
    void eachBeginning(std::string_view kind, std::string_view prefix, const Visit& visit) const;

    /// Judges a command on what is shown; what it changes is shown from then on.
    [[nodiscard]] Status run(const domain::RecordCommand& command);
    [[nodiscard]] wire::RecordSource source() const;

private:
    using Place = std::pair<std::string, std::string>;  ///< kind, key
    const storage::RecordTable& m_records;
    ReferenceData& m_reference;
    TicketOf m_ticket;
    std::map<Place, std::string> m_changed;
};

}  // namespace zhida::service
