// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "ui/presenters/login_presenter.h"
#include "ui/support/keymap.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

class QApplication;
class QSettings;
class QWidget;

namespace zhida::ui {

class MainWindow;

struct GalleryOptions {
    QString folder;
    SignInPort& port;
    const Clock& clock;
    QSettings& settings;
    QStringList languages{QStringLiteral("zh"), QStringLiteral("en")};
    QStringList shades{QStringLiteral("light"), QStringLiteral("dark")};
    /// Users whose desks the screens are drawn from; signed in one after the other through the port.
    QString specialist{}, callTaker{}, dispatcher{}, unitHandler{}, callbackAgent{}, administrator{}, supervisor{};
};

/// Draws every main screen in every language and shade into PNG files: for people without a display, for the papers, and to
/// look at what has been changed. Works by the event loop; finished() ends it.
class ScreenGallery : public QObject {
    Q_OBJECT

public:
    ScreenGallery(QApplication& application, const GalleryOptions& options);
    ~ScreenGallery() override;
    ScreenGallery(const ScreenGallery&) = delete;
    ScreenGallery& operator=(const ScreenGallery&) = delete;

    void start();
    [[nodiscard]] const QStringList& files() const { return m_files; }

    static constexpr int kSettleMs = 350;  ///< between a step and its picture

signals:
    void finished();
    void failed(const zhida::Error& error);

private:
    struct Step {
        QString user;                    ///< whose desk; empty: before anybody has signed in
        QString name;                    ///< of the picture; empty: only a preparation
        std::function<QWidget*()> show;  ///< what to draw; nullptr: the window itself
    };
    void buildSteps();
    void buildTicketSteps();
    void buildLifeSteps();
    void buildWaySteps();
    void addDialog(const QString& user, const QString& name, ActionId action);
    void buildBulkSteps();
    void buildTraySteps();
    void buildRulesSteps();
    void buildKnowledgeSteps();
    void buildMessageSteps();
    void buildCampaignSteps();
    void buildSearchSteps();
    void addForm(const QString& user, const QString& name, domain::TicketState state, std::string_view command,
                 std::function<void()> then = {});
    void next();
    void perform();
    void draw(QWidget* widget, const QString& name);
    void showLogin();
    void signIn(const QString& user);
    void openWindow(service::Desk* desk);
    void openFirst(domain::TicketState state);
    QWidget* dialog() const;

    QApplication& m_application;
    GalleryOptions m_options;
    std::vector<Step> m_steps;
    std::size_t m_step = 0;
    std::size_t m_round = 0;
    QString m_user;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWidget> m_login;
    std::unique_ptr<LoginPresenter> m_loginPresenter;
    service::Desk* m_desk = nullptr;
    QStringList m_files;
};

}  // namespace zhida::ui
