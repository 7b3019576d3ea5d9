// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/views.h"
#include "ui/support/directory.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace zhida::ui {

/// What the knowledge search has found, best first.
class ArticleModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        kHit = Qt::UserRole + 1
    };  ///< const ArticleHit* as const void*: valid until control returns to the event loop

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setHits(std::vector<service::ArticleHit> hits);
    [[nodiscard]] const service::ArticleHit* hit(int row) const;

private:
    std::vector<service::ArticleHit> m_hits;
};

}  // namespace zhida::ui
