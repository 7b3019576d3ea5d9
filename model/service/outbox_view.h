// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/views.h"
#include "model/storage/outbox_table.h"

namespace zhida::service {

/// A command of the outbox for the eye. `number`: of its ticket as shown; empty: that of the registration, if it is one.
OutboxItem outboxItem(const storage::OutboxRow& row, const std::string& number);

}  // namespace zhida::service
