// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/migrator.h"

#include <vector>

namespace zhida::storage {

/// The schema of a desk's file.
std::vector<sqlite::Migration> deskMigrations();

}  // namespace zhida::storage
