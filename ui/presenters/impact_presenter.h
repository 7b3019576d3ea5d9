// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/service/knowledge.h"
#include "ui/models/json_table_model.h"
#include "ui/support/directory.h"

#include <QStringList>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace zhida::ui {

/// Who relied on an article or on a legal basis: those whom a campaign would phone.
class ImpactPresenter : public QObject {
    Q_OBJECT

public:
    struct Question {
        std::string article;  ///< key, or
        std::string basis;    ///< document number
        QString days;         ///< as it was typed
        bool operator==(const Question&) const = default;
    };

    ImpactPresenter(service::Desk& desk, const Clock& clock, QObject* parent = nullptr);

    /// Counts again, soon; counted() when it is done. The same question is not asked twice.
    void ask(Question question);
    [[nodiscard]] JsonTableModel& rows() { return m_rows; }
    [[nodiscard]] const std::vector<TicketId>& tickets() const { return m_tickets; }
    /// How many, or why there are none.
    [[nodiscard]] QString summary() const;
    /// Why no campaign can be made of it: the rules' answer; empty: it can.
    [[nodiscard]] QString obstacle() const { return m_obstacle; }
    /// Document numbers that the articles of this desk cite.
    [[nodiscard]] const QStringList& numbers() const { return m_numbers; }

    static constexpr int kMostDays = 3660;

signals:
    void counted();

private:
    struct Read {
        std::vector<service::ImpactRow> rows;
        std::optional<Error> barred;
        QStringList numbers;
        DirectoryPtr directory;
    };
    static Read read(service::DeskReader& reader, const domain::UserProfile& user, Instant now, UtcOffset offset,
                     const Question& question);
    void count();
    void show(const Read& read);
    void forget(const Error& why);

    service::Desk& m_desk;
    const Clock& m_clock;
    QTimer m_pause;
    Question m_question;
    std::uint64_t m_asked = 0;
    JsonTableModel m_rows;
    std::vector<TicketId> m_tickets;
    QStringList m_numbers;
    QString m_obstacle;
    bool m_known = false;
};

}  // namespace zhida::ui
