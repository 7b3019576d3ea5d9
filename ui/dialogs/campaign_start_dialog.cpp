// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/campaign_start_dialog.h"

#include "ui/delegates/table_page.h"
#include "ui/delegates/widgets.h"
#include "ui/forms/command_form.h"
#include "ui/forms/make_form.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTimer>

#include <utility>

namespace zhida::ui {
namespace {

enum ImpactColumn { kTicketNumber, kTicketTitle, kToldThen };

constexpr int kListHeight = 340;
constexpr QLatin1String kArticleField("article");
constexpr QLatin1String kBasisField("basis");
constexpr QLatin1String kDaysField("days");

QString usualDays() { return QString::number(domain::StartCampaign{}.days); }

}  // namespace

FormRecord CampaignStartDialog::aboutArticle(const std::string& key, const QString& title) {
    RecordSubject subject;
    subject.about = key;
    return {subject, title, {{kArticleField, q(key)}, {kDaysField, usualDays()}}};
}

FormRecord CampaignStartDialog::aboutBasis(const FormValues& words) {
    FormValues values{{kDaysField, usualDays()}};
    for (auto it = words.begin(); it != words.end(); ++it) {
        values.insert(it.key(), it.value());
    }
    RecordSubject subject;
    subject.about = s(words.value(kArticleField).toString());
    subject.about = subject.about.empty() ? "basis" : subject.about;
    return {subject, {}, values};
}

CampaignStartDialog::CampaignStartDialog(FormContext context, QWidget* parent)
    : QDialog(parent), m_presenter(context.desk, context.clock) {
    setWindowTitle(words::ofCommand(domain::StartCampaign::kName));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1060, 640);
    FormPlan plan = recordPlan(domain::StartCampaign::kName, context);
    plan.above = [this] { return impactBox(); };
    m_form = new CommandForm(std::move(context), domain::StartCampaign::kName, std::move(plan));
    column(this, space::kSmall, 0)->addWidget(m_form);
    connect(m_form, &Form::closed, this, &QDialog::close);
    connect(m_form, &Form::touched, this, &CampaignStartDialog::count);
    connect(m_form, &Form::actSent, this, [this](const service::RecordSubmitted& submitted) {
        emit sent(submitted);
        close();
    });
    connect(&m_presenter, &ImpactPresenter::counted, this, &CampaignStartDialog::showCount);
    onKey(this, "Ctrl+Return", [this] { m_form->send(false); });
    count();
    QTimer::singleShot(0, m_form, [this] {
        activateWindow();
        m_form->start();
    });
}

QWidget* CampaignStartDialog::impactBox() {
    auto* box = new QWidget;
    auto* down = column(box, 0, space::kTiny);
    m_summary = label({});
    m_summary->setWordWrap(true);
    down->addWidget(m_summary);
    QFrame* card = frame("card");
    auto* page = new TablePage(m_presenter.rows(), tr("Who would be phoned"), tr("There is nobody to phone."));
    page->setFixedHeight(kListHeight);
    QHeaderView* header = page->view().horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(kTicketTitle, QHeaderView::Stretch);
    header->setSectionResizeMode(kToldThen, QHeaderView::Stretch);
    page->view().setSelectionMode(QTableView::SingleSelection);
    column(card, 1)->addWidget(page);
    down->addWidget(card);
    return box;
}

void CampaignStartDialog::count() {
    const QJsonObject& fields = m_form->presenter().fields();
    m_presenter.ask({s(fields.value(kArticleField).toString()), s(fields.value(kBasisField).toString().trimmed()),
                     fields.value(kDaysField).toString()});
    m_form->bar(m_presenter.obstacle());
    m_summary->setText(m_presenter.summary());
}

void CampaignStartDialog::showCount() {
    m_summary->setText(m_presenter.summary());
    m_form->presenter().takeIn(m_presenter.tickets());
    m_form->bar(m_presenter.obstacle());
    offerNumbers();
}

void CampaignStartDialog::offerNumbers() {
    auto* basis = qobject_cast<QLineEdit*>(m_form->field(kBasisField));
    if (basis == nullptr || basis->completer() != nullptr) {
        return;
    }
    auto* completer = new QCompleter(m_presenter.numbers(), basis);
    completer->setFilterMode(Qt::MatchContains);
    basis->setCompleter(completer);
}

}  // namespace zhida::ui
