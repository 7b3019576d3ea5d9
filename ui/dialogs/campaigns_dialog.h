// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/forms/form.h"
#include "ui/presenters/campaigns_presenter.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;
class QTextBrowser;
class QVBoxLayout;

namespace zhida::ui {

class TablePage;

/// 回访专案: the campaigns above, below the callers of the one in front, who are ticked off as they are phoned.
class CampaignsDialog : public QDialog {
    Q_OBJECT

public:
    CampaignsDialog(service::Desk& desk, DeskSignals& signals_, const Clock& clock, QWidget* parent = nullptr);
    [[nodiscard]] CampaignsPresenter& presenter() { return m_presenter; }

    /// Asks about a document that was repealed.
    void start(const FormValues& words = {});
    /// Asks what came of the call with the caller in front, or says why not.
    void phoned();
    /// Words that the centre refused, to be sent again.
    void writeAgain(std::string_view act, const std::string& key, const FormValues& words);

signals:
    void ticketAsked(const zhida::TicketId& ticket);

private:
    void buildHead(QVBoxLayout* layout);
    QWidget* buildUpper();
    QWidget* buildLower();
    void buildKeys();
    void connectPresenter();
    void showAll();
    void showCallers();
    void showChoice();
    void showStatus();
    void openTicket();
    void openDone(const std::string& key, const TicketId& ticket, const FormValues& values);
    void tell(const QString& text);
    [[nodiscard]] FormContext contextOf(FormRecord record);

    service::Desk& m_desk;
    DeskSignals& m_signals;
    const Clock& m_clock;
    CampaignsPresenter m_presenter;
    TablePage* m_campaigns;
    TablePage* m_callers;
    QWidget* m_lower = nullptr;
    QCheckBox* m_openOnly;
    QTextBrowser* m_told;
    QPushButton* m_start;
    QPushButton* m_ticket;
    QPushButton* m_phoned;
    QLabel* m_said;
    QLabel* m_offline;
    bool m_showing = false;
};

}  // namespace zhida::ui
