// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sqlite/database.h"

namespace zhida::search {

/// Gives the connection the FTS5 tokenizers `zhida_cjk` and `zhida_pinyin` and the function `zhida_rank`. Once for every
/// connection, before its first statement that touches a search table; a second call does nothing.
void registerSearch(sqlite::Database& database);

}  // namespace zhida::search
