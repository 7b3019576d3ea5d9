// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "sync/server/server_store.h"

#include <string>
#include <string_view>

namespace zhida::sync {

/// The roster and the audit lines of a centre; an administrator's operations like those of Accounts, JSON in and out:
///   roster.list {user?} -> {"roster":[{id,user,unit,right,from,to,by,state}]}, state "now" "over" "notYet"
///   roster.add {user,unit,right,from,to} -> the entry
///   roster.end {id,to?} -> the entry; its last day is `to`, or today
///   audit.add {what,why,by?} -> the line · audit.list -> {"audit":[{what,why,by,at}]}
/// Every entry is a record "roster" of the log: desks learn of it, and the engine ends or opens scopes. Audit lines go to none.
/// Errors: field.* user.unknown{user} unit.unknown{unit} roster.noRight{right} roster.administrator{user}
/// roster.badPeriod{from,to} roster.tooLong{most} roster.overlaps{from,to} roster.unknown{id}
class RosterBook {
public:
    RosterBook(ServerStore& store, const Clock& clock) : m_store(store), m_clock(clock) {}

    static bool knows(std::string_view operation);
    /// Between begin() and commit() of the store; after an error nothing has been written. `by`: the administrator at a desk;
    /// empty: whoever may open the centre's files, who says himself who he is.
    Result<std::string> run(std::string_view operation, std::string_view jsonArguments, const UserCode& by);

private:
    ServerStore& m_store;
    const Clock& m_clock;
};

}  // namespace zhida::sync
