// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/time.h"

#include <cstdint>
#include <string>

/// A centre's file as one copy elsewhere, and back. Certificates and keys (pki/) are not in it: they are kept apart.
namespace zhida::centre {

struct BackupReport {
    std::uint64_t head = 0;  ///< seq of the last entry of the log
    std::int64_t tickets = 0;
    std::uint64_t bytes = 0;
    std::string kept;  ///< of a restore: where the file that was there before is now; empty: there was none
};

/// Copies the file of the centre in `dir` to `file` (mode 0600) while a server may run, and examines the copy: chain, pages.
/// Errors: centre.missing{dir} file.exists{file} file.notWritable{file,reason} db.*
Result<BackupReport> backUp(const std::string& dir, const std::string& file);

/// Puts a backup into the place of the centre's file, which is kept beside it as centre.db.before-restore-<time>. The backup is
/// examined first and brought to this program's version; a bad one changes nothing. No server may run.
/// Errors: centre.missing{dir} centre.locked{dir,pid} file.notFound{file} file.notReadable{file,reason} file.notWritable{file,reason} db.*
Result<BackupReport> restore(const std::string& dir, const std::string& file, Instant now);

}  // namespace zhida::centre
