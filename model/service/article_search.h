// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/article_index.h"
#include "model/search/dictionary.h"
#include "model/service/views.h"
#include "model/storage/article_store.h"

#include <string_view>

namespace zhida::service {

/// The dictionary that the program brings along.
const search::Dictionary& shippedDictionary();

/// Finds articles for a caller of `callerRegion`, with what the screen needs to show them.
class ArticleSearch {
public:
    explicit ArticleSearch(sqlite::Database& database);

    [[nodiscard]] ArticleResults find(std::string_view text, const RegionCode& callerRegion, const UnitCode& ownUnit,
                                      Day today, std::size_t limit) const;

private:
    search::ArticleIndex m_index;
    storage::ArticleReader m_articles;
};

/// "city" or "province" when no live hit speaks for the caller's own county or closer; empty otherwise.
std::string regionNote(const std::vector<ArticleHit>& hits, const RegionCode& callerRegion);

}  // namespace zhida::service
