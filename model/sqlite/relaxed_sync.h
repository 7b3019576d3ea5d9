// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

namespace zhida::sqlite {

/// While it lives a commit survives the program, not a power cut: for what can be had again. What was committed before stays
/// durable, nothing is torn, and the next full commit makes all before it durable too. Outside of transactions.
class RelaxedSync {
public:
    explicit RelaxedSync(Database& database);
    ~RelaxedSync();
    RelaxedSync(const RelaxedSync&) = delete;
    RelaxedSync& operator=(const RelaxedSync&) = delete;

private:
    Database& m_database;
};

}  // namespace zhida::sqlite
