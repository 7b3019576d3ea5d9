// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/act_dialog.h"

#include "ui/delegates/widgets.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QTimer>

#include <utility>

namespace zhida::ui {

ActDialog::ActDialog(FormContext context, std::string_view act, QWidget* parent)
    : QDialog(parent), m_form(makeForm(act, std::move(context))) {
    setWindowTitle(words::ofCommand(act));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(640, 440);
    column(this, space::kSmall, 0)->addWidget(m_form);
    connect(m_form, &Form::closed, this, &QDialog::close);
    connect(m_form, &Form::actSent, this, [this](const service::RecordSubmitted& submitted) {
        emit sent(submitted);
        close();
    });
    onKey(this, "Ctrl+Return", [this] { m_form->send(false); });
    QTimer::singleShot(0, m_form, [this] {
        activateWindow();
        m_form->start();
    });
}

}  // namespace zhida::ui
