// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <string>
#include <vector>

/// A centre is a directory: centre.db (its one file), pki/, centre.lock, admin.sock while a server runs on it, search.db
/// (may be deleted at any time).
namespace zhida::centre {

struct InitOptions {
    bool demo = false;
    std::vector<std::string> hosts;  ///< names and addresses of the server besides 127.0.0.1, ::1 and localhost
};

struct NewAccount {
    std::string user;
    std::string password;  ///< shown once, kept nowhere
    std::string role;
    std::string unit;
};

struct InitReport {
    std::string caFile;
    std::vector<NewAccount> accounts;
    std::size_t articles = 0;
    std::size_t tickets = 0;
};

/// A new centre in `dir`, which is made if need be (mode 0700): reference data and rules that come with the program, own
/// certificate authority, first administrator; `demo` adds units, people, articles and tickets with a life up to now.
/// Until it has succeeded there is no centre in `dir`, and it can be called again.
/// Errors: centre.exists{dir} centre.locked{dir} centre.unwritable{dir,detail} pki.* db.*
Result<InitReport> initCentre(const std::string& dir, const InitOptions& options);

/// There is a centre in `dir`.
bool holdsCentre(const std::string& dir);

}  // namespace zhida::centre
