// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/mapping.h"

#include <memory>
#include <string>
#include <vector>

namespace zhida::importing {

struct Built {
    Item item;
    std::string identity;         ///< what must be unique in a file: the source's id, or the code
    std::string title;            ///< of a ticket or an article
    std::size_t contentHash = 0;  ///< tells a row that is only repeated from one that differs
    std::vector<Error> remarks;   ///< odd, but kept
};

/// Makes one kind of item. Not thread-safe.
class ItemBuilder {
public:
    virtual ~ItemBuilder() = default;
    /// `repeat` > 1: the n-th row of the file with this id and another content; it becomes "id#n".
    /// Errors: field.missing{field}, field.type{…}, field.value{…} of the row.
    virtual Result<Built> build(const Json& fields, bool damaged, int repeat) = 0;
};

struct BuilderContext {
    const Mapping* mapping = nullptr;      ///< outlives the builder
    const Reference* reference = nullptr;  ///< outlives the builder
    std::string source;
};

std::unique_ptr<ItemBuilder> makeTicketBuilder(BuilderContext context);
std::unique_ptr<ItemBuilder> makeArticleBuilder(BuilderContext context);
/// For the kinds that are one record of model/domain/org.h.
std::unique_ptr<ItemBuilder> makeRecordBuilder(Kind kind, BuilderContext context);
std::unique_ptr<ItemBuilder> makeBuilder(Kind kind, BuilderContext context);

}  // namespace zhida::importing
