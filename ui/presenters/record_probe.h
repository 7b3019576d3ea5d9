// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"
#include "model/wire/record_judge.h"
#include "ui/support/directory.h"

#include <optional>
#include <string>

namespace zhida::ui {

/// What the rules say to an act on a record as it is shown now; required texts are taken for written. On a reader's thread.
class RecordProbe {
public:
    /// All outlive it.
    RecordProbe(service::DeskReader& reader, const domain::UserProfile& user, const Directory& directory, Instant now);

    /// Why not; nothing: it is possible.
    [[nodiscard]] std::optional<Error> barred(const std::string& key, domain::RecordAct act) const;
    /// The same of a campaign about an article, whoever was told.
    [[nodiscard]] std::optional<Error> mayStart(const std::string& article) const;

private:
    const domain::UserProfile& m_user;
    Instant m_now;
    domain::Context m_context;
    wire::RecordSource m_source;
};

}  // namespace zhida::ui
