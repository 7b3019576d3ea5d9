// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/article_index.h"
#include "model/search/dictionary.h"
#include "model/service/views.h"
#include "model/storage/article_store.h"
#include "model/storage/record_table.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>

namespace zhida::service {

/// The dictionary that the program brings along.
const search::Dictionary& shippedDictionary();

/// Finds articles for a caller of `callerRegion`, with what the screen needs to show them. Synonyms and stop phrases are those
/// the centre has sent (records `search`/`synonyms` and `search`/`stopPhrases`, from the next search on), else the shipped ones.
class ArticleSearch {
public:
    explicit ArticleSearch(sqlite::Database& database);

    [[nodiscard]] ArticleResults find(std::string_view text, const RegionCode& callerRegion, const UnitCode& ownUnit,
                                      Day today, std::size_t limit, const std::stop_token& stop = {}) const;

private:
    [[nodiscard]] const search::Dictionary& dictionary() const;

    search::ArticleIndex m_index;
    storage::ArticleReader m_articles;
    storage::RecordTable m_records;
    /// Of the records that m_dictionary was made of.
    mutable std::int64_t m_stamp = 0;
    mutable std::optional<search::Dictionary> m_dictionary;
};

/// "city" or "province" when no live hit speaks for the caller's own county or closer; empty otherwise.
std::string regionNote(const std::vector<ArticleHit>& hits, const RegionCode& callerRegion);

}  // namespace zhida::service
