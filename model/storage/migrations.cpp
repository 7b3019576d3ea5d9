// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/migrations.h"

#include "zhida_storage_sql_embedded.h"

namespace zhida::storage {

std::vector<sqlite::Migration> deskMigrations() { return sqlite::migrationsFrom(sql::files()); }

}  // namespace zhida::storage
