// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queue_model.h"

#include "ui/support/remaining.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace zhida::ui {

QueueModel::QueueModel(const Clock& clock, UtcOffset offset, QObject* parent)
    : QAbstractTableModel(parent), m_clock(clock), m_offset(offset) {}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : kColumns; }

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    const QueueLine* each = index.isValid() ? line(index.row()) : nullptr;
    if (each == nullptr) {
        return {};
    }
    const bool matter = index.column() == kMatter;
    switch (role) {
        case Qt::DisplayRole:
            return matter ? each->title : remainingOf(each->row, m_clock.now(), m_offset).text;
        case Qt::ToolTipRole:
            return matter ? each->title : remainingOf(each->row, m_clock.now(), m_offset).tooltip;
        case Qt::AccessibleTextRole:
            return matter ? spoken(*each) : remainingOf(each->row, m_clock.now(), m_offset).text;
        case kLine:
            return QVariant::fromValue(static_cast<const void*>(each));
        case kTicket:
            return q(each->row.ticket.text());
        default:
            return {};
    }
}

void QueueModel::multiData(const QModelIndex& index, QModelRoleDataSpan roles) const {
    for (QModelRoleData& each : roles) {
        const int role = each.role();
        const bool known =
            role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole || role >= kLine;
        if (known) {
            each.setData(data(index, role));
        } else {
            each.clearData();
        }
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == kMatter ? tr("Matter") : tr("Remaining");
}

bool QueueModel::canFetchMore(const QModelIndex& parent) const { return !parent.isValid() && m_more; }

void QueueModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        m_more = false;  // until append() says otherwise
        emit wantsMore();
    }
}

void QueueModel::setDirectory(DirectoryPtr directory) {
    m_directory = std::move(directory);
    for (QueueLine& each : m_lines) {
        const bool gone = each.gone;
        each = lineOf(std::move(each.row));
        each.gone = gone;
    }
    if (!m_lines.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

void QueueModel::reset(std::vector<service::QueueRow> rows, bool more) {
    beginResetModel();
    m_lines.clear();
    m_lines.reserve(rows.size());
    for (service::QueueRow& row : rows) {
        m_lines.push_back(lineOf(std::move(row)));
    }
    m_more = more;
    m_fresh.clear();
    endResetModel();
    setHeldBack(0);
}

void QueueModel::append(std::vector<service::QueueRow> rows, bool more) {
    std::unordered_set<TicketId> known;
    for (const QueueLine& each : m_lines) {
        known.insert(each.row.ticket);
    }
    std::erase_if(rows, [&known](const auto& row) { return known.contains(row.ticket); });
    m_more = more;
    if (rows.empty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    for (service::QueueRow& row : rows) {
        m_lines.push_back(lineOf(std::move(row)));
    }
    endInsertRows();
}

void QueueModel::refresh(const std::vector<service::QueueRow>& fresh, bool more) {
    m_fresh = fresh;
    m_more = more;
    const int fixed = anchorRow() + 1;
    std::unordered_map<TicketId, std::size_t> freshAt;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        freshAt.emplace(fresh[i].ticket, i);
    }
    std::unordered_set<TicketId> above;
    for (int i = 0; i < fixed; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto found = freshAt.find(m_lines[at].row.ticket);
        above.insert(m_lines[at].row.ticket);
        markGone(i, found == freshAt.end());
        if (found != freshAt.end()) {
            replaceLine(i, fresh[found->second]);
        }
    }
    // What stands, in the store's order, before the last of the rows that may not move, is held back; the rest goes below.
    std::size_t border = 0;
    for (int i = fixed - 1; i >= 0 && border == 0; --i) {
        const auto found = freshAt.find(m_lines[static_cast<std::size_t>(i)].row.ticket);
        border = found == freshAt.end() ? 0 : found->second + 1;
    }
    std::vector<service::QueueRow> below;
    int held = 0;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (above.contains(fresh[i].ticket)) {
            continue;
        }
        if (i < border) {
            held += rowOf(fresh[i].ticket) < 0 ? 1 : 0;
        } else {
            below.push_back(fresh[i]);
        }
    }
    mergeBelow(fixed, below);
    setHeldBack(held);
}

void QueueModel::mergeBelow(int first, const std::vector<service::QueueRow>& fresh) {
    std::unordered_map<TicketId, std::size_t> freshAt;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        freshAt.emplace(fresh[i].ticket, i);
    }
    dropMissing(first, freshAt);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        place(first + static_cast<int>(i), fresh[i]);
    }
}

void QueueModel::dropMissing(int first, const std::unordered_map<TicketId, std::size_t>& freshAt) {
    for (int last = rowCount() - 1; last >= first;) {
        const auto missing = [&](int row) {
            return !freshAt.contains(m_lines[static_cast<std::size_t>(row)].row.ticket);
        };
        if (!missing(last)) {
            --last;
            continue;
        }
        int begin = last;
        while (begin > first && missing(begin - 1)) {
            --begin;
        }
        beginRemoveRows({}, begin, last);
        m_lines.erase(m_lines.begin() + begin, m_lines.begin() + last + 1);
        endRemoveRows();
        last = begin - 1;
    }
}

/// Makes `row` the one at `at`; everything before it is in place already.
void QueueModel::place(int at, const service::QueueRow& row) {
    const int now =
        at < rowCount() && m_lines[static_cast<std::size_t>(at)].row.ticket == row.ticket ? at : rowOf(row.ticket);
    if (now < 0) {
        beginInsertRows({}, at, at);
        m_lines.insert(m_lines.begin() + at, lineOf(row));
        endInsertRows();
        return;
    }
    if (now != at) {
        beginMoveRows({}, now, now, {}, at);
        std::rotate(m_lines.begin() + at, m_lines.begin() + now, m_lines.begin() + now + 1);
        endMoveRows();
    }
    replaceLine(at, row);
}

void QueueModel::replaceLine(int at, service::QueueRow row) {
    QueueLine& each = m_lines[static_cast<std::size_t>(at)];
    if (each.row == row) {
        return;
    }
    const bool gone = each.gone;
    each = lineOf(std::move(row));
    each.gone = gone;
    emit dataChanged(index(at, 0), index(at, kColumns - 1));
}

void QueueModel::markGone(int at, bool gone) {
    QueueLine& each = m_lines[static_cast<std::size_t>(at)];
    if (each.gone != gone) {
        each.gone = gone;
        emit dataChanged(index(at, 0), index(at, kColumns - 1));
    }
}

void QueueModel::patch(const std::vector<service::QueueRow>& rows) {
    for (const service::QueueRow& row : rows) {
        if (const int at = rowOf(row.ticket); at >= 0) {
            replaceLine(at, row);
        }
    }
}

void QueueModel::settle() {
    const bool gone = std::any_of(m_lines.begin(), m_lines.end(), [](const QueueLine& each) { return each.gone; });
    if (m_heldBack == 0 && !gone) {
        return;
    }
    const std::vector<service::QueueRow> fresh = std::move(m_fresh);
    mergeBelow(0, fresh);
    for (int row = 0; row < rowCount(); ++row) {
        markGone(row, false);
    }
    setHeldBack(0);
}

void QueueModel::tick() {
    if (!m_lines.empty()) {
        emit dataChanged(index(0, kRemaining), index(rowCount() - 1, kRemaining), {Qt::DisplayRole});
    }
}

const QueueLine* QueueModel::line(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_lines[static_cast<std::size_t>(row)];
}

int QueueModel::rowOf(const TicketId& ticket) const {
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&ticket](const auto& each) { return each.row.ticket == ticket; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

QueueLine QueueModel::lineOf(service::QueueRow row) const {
    QueueLine made;
    made.title = q(row.title).simplified();
    made.number = q(row.number);
    made.unit = m_directory->unitName(row.unit);
    made.holder = row.claimedBy.empty() ? QString() : m_directory->userName(row.claimedBy);
    made.row = std::move(row);
    return made;
}

QString QueueModel::spoken(const QueueLine& line) const {
    return QStringList{line.title, line.number, words::of(line.row.state), line.unit}.join(QStringLiteral(", "));
}

int QueueModel::anchorRow() const { return m_anchor.isNull() ? -1 : rowOf(m_anchor); }

void QueueModel::setHeldBack(int count) {
    if (std::exchange(m_heldBack, count) != count) {
        emit heldBackChanged(count);
    }
}

}  // namespace zhida::ui
