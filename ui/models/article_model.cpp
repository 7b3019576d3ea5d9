// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/article_model.h"

#include "ui/support/text.h"

#include <utility>

namespace zhida::ui {

int ArticleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant ArticleModel::data(const QModelIndex& index, int role) const {
    const service::ArticleHit* each = index.isValid() ? hit(index.row()) : nullptr;
    if (each == nullptr) {
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return q(each->article.title);
        case kHit:
            return QVariant::fromValue(static_cast<const void*>(each));
        default:
            return {};
    }
}

void ArticleModel::setHits(std::vector<service::ArticleHit> hits) {
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

const service::ArticleHit* ArticleModel::hit(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_hits[static_cast<std::size_t>(row)];
}

}  // namespace zhida::ui
