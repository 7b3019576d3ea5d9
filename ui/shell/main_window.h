// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/bulk_presenter.h"
#include "ui/presenters/knowledge_presenter.h"
#include "ui/presenters/notice_presenter.h"
#include "ui/presenters/outbox_presenter.h"
#include "ui/presenters/queue_presenter.h"
#include "ui/presenters/status_presenter.h"
#include "ui/presenters/surge_presenter.h"
#include "ui/presenters/ticket_presenter.h"
#include "ui/presenters/undo_presenter.h"

#include <QMainWindow>
#include <QTimer>

class QProgressBar;
class QPushButton;
class QSettings;
class QSplitter;

namespace zhida::ui {

class ActionHub;
class ArticlesDialog;
class CampaignsDialog;
class KnowledgePanel;
class NoticeBar;
class OutboxPanel;
class QueuePanel;
class TicketPanel;

struct WindowOptions {
    service::Desk& desk;
    const Clock& clock;
    QSettings& settings;
    bool chinese = true;
    QString notice;  ///< said once in the middle pane: "this machine has not seen the centre for 4 days"
};

/// The workstation of one signed-in person.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowOptions& options);
    ~MainWindow() override;
    MainWindow(const MainWindow&) = delete;
    MainWindow& operator=(const MainWindow&) = delete;

    [[nodiscard]] QueuePanel& queue() { return *m_queue; }
    [[nodiscard]] TicketPanel& ticket() { return *m_ticket; }
    [[nodiscard]] KnowledgePanel& knowledge() { return *m_knowledge; }
    [[nodiscard]] ActionHub& actions() { return *m_hub; }
    [[nodiscard]] TicketPresenter& ticketPresenter() { return m_ticketPresenter; }
    void openTicket(const TicketId& ticket) { m_ticketPresenter.open(ticket); }
    /// Does what the table calls `action`, if it is possible now.
    void run(ActionId action);

signals:
    void themeAsked();
    void languageAsked();
    void signOutAsked();
    void quitAsked();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildPanes();
    void buildStatus();
    void connectPanels();
    void connectTicket();
    void connectDone();
    void readDirectory();
    void showStatus();
    void showActions();
    void feedKnowledge();
    bool runWindow(ActionId action);
    bool runQueue(ActionId action);
    void runTicket(ActionId action);
    void openForm(std::string_view command);
    void openLookUp(const QString& text);
    void openPalette();
    void toggleOutbox();
    void openSurges();
    void openNotice();
    void openShift();
    bool runKnowledge(ActionId action);
    ArticlesDialog* openArticles();
    void openGaps();
    void askUnit(const QString& question, const TicketId& ticket);
    CampaignsDialog* openCampaigns();
    void reportArticle();
    void sendMessage();
    void writeMessage(const domain::SendMessage& message);
    void reuseAct(const service::OutboxItem& item);
    void showSurges();
    void insertArticle();
    void answerAndRecord();
    void answerNew(const service::Submitted& submitted);
    void onSent(const service::Submitted& submitted, bool andNext, std::string_view command);
    void onSentAll(const service::BulkOutcome& outcome, std::string_view command);
    void onChosen(const std::vector<TicketId>& tickets);
    void undo();
    [[nodiscard]] bool answersDirectly() const;
    void openWay(bool proof);
    void tellWhyNot(ActionId action);
    void reuse(const service::OutboxItem& item);
    void back();

    WindowOptions m_options;
    DeskSignals m_signals;
    QueuePresenter m_queuePresenter;
    TicketPresenter m_ticketPresenter;
    BulkPresenter m_bulkPresenter;
    UndoPresenter m_undoPresenter;
    NoticePresenter m_notices;
    KnowledgePresenter m_knowledgePresenter;
    OutboxPresenter m_outboxPresenter;
    StatusPresenter m_statusPresenter;
    SurgePresenter m_surgePresenter;
    DirectoryPtr m_directory = std::make_shared<Directory>();
    ActionHub* m_hub = nullptr;
    QSplitter* m_panes = nullptr;
    QSplitter* m_rows = nullptr;
    QueuePanel* m_queue = nullptr;
    TicketPanel* m_ticket = nullptr;
    KnowledgePanel* m_knowledge = nullptr;
    OutboxPanel* m_outbox = nullptr;
    NoticeBar* m_noticeBar = nullptr;
    QPushButton* m_status = nullptr;
    QPushButton* m_surges = nullptr;
    QProgressBar* m_filling = nullptr;
    QTimer m_preview;
    QTimer m_minute;
    TicketId m_previewed;
    std::optional<domain::Article> m_answerAfter;  ///< with which the call that is being registered is answered
};

}  // namespace zhida::ui
