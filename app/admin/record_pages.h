// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/centre/access.h"
#include "model/wire/codec.h"

#include <string>
#include <string_view>

namespace zhida::admin {

/// Every row of a kind, page by page: visit(key, bytes) -> Status; the first error ends it.
template <class Visit>
Status forEachRow(centre::CentreAccess& access, std::string_view kind, Visit visit) {
    constexpr std::size_t kPage = 2000;
    std::string after;
    do {
        auto page = access.exportPage(kind, after, kPage);
        if (!page) {
            return page.error();
        }
        for (const auto& [key, bytes] : page->rows) {
            if (Status status = visit(key, bytes); !status) {
                return status;
            }
        }
        after = page->next;
    } while (!after.empty());
    return done();
}

/// Every record of a kind, decoded: visit(const T&).
template <Record T, class Visit>
Status forEachRecord(centre::CentreAccess& access, std::string_view kind, Visit visit) {
    return forEachRow(access, kind, [&visit](const std::string&, const std::string& bytes) -> Status {
        const auto record = wire::decode<T>(bytes);
        if (!record) {
            return record.error();
        }
        visit(*record);
        return done();
    });
}

}  // namespace zhida::admin
