// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/knowledge_ask.h"

#include <utility>

namespace zhida::desk {

Result<service::KnowledgeFile> KnowledgeAsk::fileOf(const std::string& article) const {
    if (article.empty()) {
        return Error("field.missing", {{"field", "article"}});
    }
    auto file = read([&article](service::Knowledge& knowledge) { return knowledge.article(article); });
    return file ? Result<service::KnowledgeFile>(std::move(*file)) : Error("article.unknown", {{"article", article}});
}

Result<std::vector<service::ImpactRow>> KnowledgeAsk::impactRows(const std::string& article, const std::string& basis,
                                                                 std::int64_t days) const {
    if (days < 1 || days > 3660) {
        return Error("field.value", {{"field", "days"}, {"value", std::to_string(days)}, {"allowed", "1..3660"}});
    }
    const auto span = static_cast<std::uint32_t>(days);
    if (article.empty() && !basis.empty()) {
        return read([&](service::Knowledge& knowledge) { return knowledge.impactOfBasis(basis, span); });
    }
    const auto file = fileOf(article);
    if (!file) {
        return file.error();
    }
    return read([&](service::Knowledge& knowledge) { return knowledge.impactOf(*file, span); });
}

}  // namespace zhida::desk
