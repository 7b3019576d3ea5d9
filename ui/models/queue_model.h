// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/views.h"
#include "ui/support/directory.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace zhida::ui {

/// One row as it is painted: formatted once, when it comes in.
struct QueueLine {
    service::QueueRow row;
    QString title, number, unit, holder;
    bool gone = false;  ///< fits the filter no longer; kept until settle(), so that nothing below it moves
};

/// The live queue: the part of the list that has been looked at, in blocks, in the order of the store.
///
/// The row under the cursor never moves: no row at or above the anchor changes its place. What belongs above it waits and is
/// counted (heldBack()), until settle(). Rows below come and go at once.
class QueueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { kMatter, kRemaining, kColumns };
    enum Role {
        kLine = Qt::UserRole + 1,  ///< const QueueLine*: valid until control returns to the event loop
        kTicket,                   ///< QString, UUID
    };

    QueueModel(const Clock& clock, UtcOffset offset, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    void multiData(const QModelIndex& index, QModelRoleDataSpan roles) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    /// Emits wantsMore(); the block comes with append().
    void fetchMore(const QModelIndex& parent) override;

    void setDirectory(DirectoryPtr directory);
    /// A new list: another filter, or the first one.
    void reset(std::vector<service::QueueRow> rows, bool more);
    void append(std::vector<service::QueueRow> rows, bool more);
    /// The rows that the store now has for the part that is shown here, in its order.
    void refresh(const std::vector<service::QueueRow>& fresh, bool more);
    /// Rows that have changed, wherever they stand. Unknown ones are ignored.
    void patch(const std::vector<service::QueueRow>& rows);
    /// Takes over everything that was held back.
    void settle();
    /// No row at or above this one may move; an empty id frees them all.
    void setAnchor(const TicketId& ticket) { m_anchor = ticket; }
    /// The remaining times, again.
    void tick();

    [[nodiscard]] const QueueLine* line(int row) const;
    [[nodiscard]] int rowOf(const TicketId& ticket) const;
    [[nodiscard]] int heldBack() const { return m_heldBack; }
    [[nodiscard]] const Clock& clock() const { return m_clock; }
    [[nodiscard]] UtcOffset offset() const { return m_offset; }

signals:
    void wantsMore();
    void heldBackChanged(int count);

private:
    [[nodiscard]] QueueLine lineOf(service::QueueRow row) const;
    [[nodiscard]] QString spoken(const QueueLine& line) const;
    [[nodiscard]] int anchorRow() const;
    void mergeBelow(int first, const std::vector<service::QueueRow>& fresh);
    void dropMissing(int first, const std::unordered_map<TicketId, std::size_t>& freshAt);
    void place(int at, const service::QueueRow& row);
    void replaceLine(int at, service::QueueRow row);
    void markGone(int at, bool gone);
    void setHeldBack(int count);

    const Clock& m_clock;
    UtcOffset m_offset;
    DirectoryPtr m_directory = std::make_shared<Directory>();
    std::vector<QueueLine> m_lines;
    std::vector<service::QueueRow> m_fresh;  ///< the last refresh, for settle()
    TicketId m_anchor;
    bool m_more = false;
    int m_heldBack = 0;
};

}  // namespace zhida::ui
