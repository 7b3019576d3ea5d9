// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/centre_lock.h"
#include "model/base/time.h"
#include "sync/store/sqlite_server_store.h"

#include <string>

namespace zhida::centre {

/// As CentreReader::doctor. Problems: db.corrupt{path,detail} pki.expires{file,on} pki.expired{file,on} pki.unreadable{file}
/// file.openToOthers{file,mode} centre.ticketsDiffer{count,first}. Reads the whole file.
std::string examine(const CentrePaths& paths, sync::SqliteServerStore& store, Instant now);

}  // namespace zhida::centre
