// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workstation/runtime_sign_in.h"
#include "model/base/executor.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace zhida::ui {
class ScreenGallery;
}

namespace zhida::workstation {

/// The life of the program: prepare the demo, let somebody sign in, show the window, switch language and colours.
class Workstation : public QObject {
    Q_OBJECT

public:
    Workstation(QApplication& application, Options options);
    ~Workstation() override;
    Workstation(const Workstation&) = delete;
    Workstation& operator=(const Workstation&) = delete;

    void start();
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void prepareDemo();
    void onDemo(Result<std::unique_ptr<DemoCentre>> demo);
    void begin();
    void dress();
    void showLogin();
    void showDesk(service::Desk* desk);
    void signInDemo();
    void switchTheme();
    void switchLanguage();
    void signOut();
    void rebuild();
    void drawScreens();
    void giveUp(const Error& error);
    [[nodiscard]] bool chinese() const { return m_language == QLatin1String("zh"); }
    [[nodiscard]] QString dataFolder() const;

    QApplication& m_application;
    Options m_options;
    SystemClock m_clock;
    std::optional<QTemporaryDir> m_temporary;
    std::unique_ptr<QSettings> m_settings;
    QString m_language;
    bool m_dark = false;
    std::unique_ptr<ThreadExecutor> m_preparing;
    std::unique_ptr<DemoCentre> m_demo;
    std::unique_ptr<RuntimeSignIn> m_signIn;
    std::unique_ptr<ui::LoginPresenter> m_login;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<ui::ScreenGallery> m_gallery;
    service::Desk* m_desk = nullptr;
};

}  // namespace zhida::workstation
