// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/queue_model.h"

#include <QObject>
#include <QTimer>

namespace zhida::ui {

/// Tickets of a phone number or of a ticket number, whole or its tail, or with these words: the second commonest call, and the hint that somebody
/// has called before.
class LookUpPresenter : public QObject {
    Q_OBJECT

public:
    LookUpPresenter(service::Desk& desk, const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] QueueModel& model() { return m_model; }
    [[nodiscard]] bool searched() const { return m_searched; }
    void type(const QString& phoneOrNumber);

    static constexpr int kLeast = 4;       ///< digits before anything is looked up
    static constexpr int kLeastWords = 2;  ///< characters of words
    static constexpr std::size_t kMost = 50;

signals:
    void found();

private:
    void search();

    service::Desk& m_desk;
    QueueModel m_model;
    QTimer m_pause;
    QString m_text;
    std::uint64_t m_asked = 0;
    bool m_searched = false;
};

}  // namespace zhida::ui
