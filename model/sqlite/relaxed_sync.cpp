// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sqlite/relaxed_sync.h"

#include <sqlite3.h>

namespace zhida::sqlite {

RelaxedSync::RelaxedSync(Database& database) : m_database(database) { m_database.exec("PRAGMA synchronous=NORMAL"); }

RelaxedSync::~RelaxedSync() { sqlite3_exec(m_database.handle(), "PRAGMA synchronous=FULL", nullptr, nullptr, nullptr); }

}  // namespace zhida::sqlite
