// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/qt/fake_desk.h"
#include "ui/dialogs/campaigns_dialog.h"
#include "ui/support/desk_signals.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPointer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace zhida::test {

/// Three callers who were told how a health certificate is got, one day ago, and the dialog of the campaigns.
class CampaignBench : public QObject {
    Q_OBJECT

protected:
    static constexpr const char* kNumber = "国发〔1987〕24号";  ///< that the answers cite

    void open();
    void close();
    TicketId answered(const char* title);
    /// The article says something else, through both reviews.
    void change();
    /// The article is changed, and its campaign begins.
    void begin();
    void openAs(const char* user);
    static QString cell(ui::JsonTableModel& rows, int row, const char* name) {
        return rows.row(row).value(QString::fromLatin1(name)).toString();
    }
    [[nodiscard]] ui::CampaignsPresenter& presenter() const { return m_dialog->presenter(); }
    [[nodiscard]] QTableView* table(const QString& name) const {
        const auto all = m_dialog->findChildren<QTableView*>();
        const auto found =
            std::find_if(all.begin(), all.end(), [&name](const auto* each) { return each->accessibleName() == name; });
        return found == all.end() ? nullptr : *found;
    }
    [[nodiscard]] QTableView* campaigns() const { return table(QStringLiteral("Callback campaigns")); }
    [[nodiscard]] QTableView* callers() const { return table(QStringLiteral("Callers")); }
    [[nodiscard]] static bool said(const QWidget* in, const QString& part) {
        const auto lines = in->findChildren<QLabel*>();
        return std::any_of(lines.begin(), lines.end(),
                           [&part](const QLabel* each) { return each->isVisible() && each->text().contains(part); });
    }
    static void type(QWidget* into, const QString& text) {
        QInputMethodEvent commit;
        commit.setCommitString(text);
        QApplication::sendEvent(into, &commit);
    }
    /// Without a window manager nobody gives the focus back.
    static void activate(QWidget* window) {
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    template <class Dialog>
    static Dialog* shown(QWidget* over) {
        auto* dialog = over->findChild<Dialog*>();
        return dialog != nullptr && QApplication::activeWindow() == dialog ? dialog : nullptr;
    }

    FakeClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<test::FakeDesk> m_desk;
    std::unique_ptr<ui::DeskSignals> m_signals;
    QPointer<ui::CampaignsDialog> m_dialog;
    std::vector<TicketId> m_told;
    const std::string m_key = "a0001";  ///< the health certificate, of wsjk
};

}  // namespace zhida::test
