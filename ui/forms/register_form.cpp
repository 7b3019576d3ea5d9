// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/register_form.h"

#include "ui/forms/city_field.h"
#include "ui/forms/form_plan.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>

namespace zhida::ui {
namespace {

template <class E>
std::vector<FormOption> optionsOf(E first) {
    std::vector<FormOption> options{{q(codeOf(first)), words::of(first)}};
    for (const auto& row : EnumCodes<E>::kTable) {
        if (row.first != first) {
            options.push_back({q(row.second), words::of(row.first)});
        }
    }
    return options;
}

constexpr int kTitleLength = 40;

}  // namespace

RegisterForm::RegisterForm(FormContext given, QWidget* parent)
    : Form(std::move(given), domain::RegisterTicket::kName, tr("New call"), 6, parent),
      m_repeats(context().desk, context().clock) {
    addLine(QStringLiteral("callerPhone"), {0, 0, 2}, tr("Number of the caller"));
    addLine(QStringLiteral("callerName"), {0, 2, 2}, tr("Mr Peng"));
    addLine(QStringLiteral("contactPhone"), {0, 4, 2}, tr("If not the caller's"));
    m_hint = linkButton({});
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);  // a long hint must not widen the form
    m_hint->hide();
    addWidget(m_hint, {1, 0, 6});
    addText(QStringLiteral("content"), {2, 0, 6}, 5, tr("What the caller says, in the caller's words"));
    m_strip = new HintStrip(context().desk, context().directory);
    addWidget(m_strip, {3, 0, 6});
    addLine(QStringLiteral("title"), {4, 0, 6}, tr("Left empty: the first clause of the content"));
    addCombo(QStringLiteral("appealType"), {5, 0, 2}, optionsOf(domain::AppealType::consult));
    addCombo(QStringLiteral("channel"), {5, 2, 2}, optionsOf(domain::Channel::phone));
    addCombo(QStringLiteral("urgency"), {5, 4, 2}, optionsOf(domain::Urgency::normal));
    addPicker(QStringLiteral("category"), {6, 0, 3}, categoryChoices(*context().directory),
              tr("Words or initials of pinyin"));
    addPicker(QStringLiteral("region"), {6, 3, 3}, regionChoices(*context().directory),
              tr("Town, village or initials"));
    addLine(QStringLiteral("address"), {7, 0, 6}, tr("Where the matter is"));
    addLine(QStringLiteral("remark"), {8, 0, 4});
    addCombo(QStringLiteral("secrecy"), {8, 4, 2}, optionsOf(domain::Secrecy::open));
    addPicker(QStringLiteral("targetUnit"), {9, 0, 6}, unitChoices(*context().directory),
              tr("Only of a complaint or a report: it never sees the caller"));
    m_city = new CityField(context().chinese);
    addFieldWidget(QStringLiteral("form"), m_city, {10, 0, 6});
    m_city->offer(formsFor(context().directory->rules(), domain::FormUse::registration));
    setShown(QStringLiteral("form"), m_city->any());
    connect(&m_repeats, &LookUpPresenter::found, this, &RegisterForm::showRepeats);
    connect(m_hint, &QPushButton::clicked, this, [this] { emit wantsLookUp(m_phone); });
    connect(m_strip, &HintStrip::ticketAsked, this, &RegisterForm::wantsLookUp);
    connect(m_strip, &HintStrip::categoryTaken, this,
            [this](const QString& code) { fill(QStringLiteral("category"), code, true); });
}

QString RegisterForm::titleFrom(const QString& content) {
    static const QRegularExpression stop(QStringLiteral("[。！？；;!?\\n]"));
    const QString clause = content.simplified().section(stop, 0, 0, QString::SectionSkipEmpty);
    return clause.size() <= kTitleLength ? clause : clause.left(kTitleLength) + QStringLiteral("…");
}

bool RegisterForm::prepare() {
    if (textOf(QStringLiteral("title")).trimmed().isEmpty()) {
        fill(QStringLiteral("title"), titleFrom(textOf(QStringLiteral("content"))), true);
    }
    if (textOf(QStringLiteral("content")).trimmed().isEmpty()) {
        complain(Error("text.missing", {{"field", "content"}}));
        return false;
    }
    if (const std::optional<Error> problem = m_city->problem()) {
        complain(*problem);
        return false;
    }
    return true;
}

void RegisterForm::fieldsChanged() {
    if (presenter()
            .fields()
            .value(QStringLiteral("secret"))
            .toBool()) {  // a draft of the time when there was a box for it
        presenter().propose(QStringLiteral("secret"), QJsonValue());
        fill(QStringLiteral("secrecy"), q(codeOf(domain::Secrecy::callerHidden)), true);
    }
    const QString phone = textOf(QStringLiteral("callerPhone")).simplified();
    if (phone != m_phone) {
        m_phone = phone;
        m_repeats.type(phone.size() >= 7 ? phone : QString());
    }
    const QString told =
        (textOf(QStringLiteral("title")) + QLatin1Char(' ') + textOf(QStringLiteral("content"))).simplified();
    if (told != m_told) {
        m_told = told;
        emit about(told, textOf(QStringLiteral("region")));
    }
    askForHints();
}

void RegisterForm::askForHints() {
    service::TypedTicket typed;
    typed.title = s(textOf(QStringLiteral("title")));
    typed.content = s(textOf(QStringLiteral("content")));
    typed.phone = s(m_phone);
    typed.address = s(textOf(QStringLiteral("address")));
    typed.region.value = s(textOf(QStringLiteral("region")));
    const QString all =
        q(typed.title + "\n" + typed.content + "\n" + typed.phone + "\n" + typed.address + "\n" + typed.region.value);
    if (all != m_hinted) {
        m_hinted = all;
        m_strip->type(typed);
    }
}

void RegisterForm::showRepeats() {
    const QueueLine* last = m_repeats.model().line(0);
    m_hint->setVisible(last != nullptr);
    if (last != nullptr) {
        const QString when = momentText(last->row.createdAt, context().clock.now(), context().desk.offset());
        const QString whole = tr("This number has called before: %n ticket(s), the last %1 “%2” (%3)", nullptr,
                                 m_repeats.model().rowCount())
                                  .arg(when, last->title.left(24), words::of(last->row.state));
        m_hint->setText(m_hint->fontMetrics().elidedText(whole, Qt::ElideRight,
                                                         field(QStringLiteral("content"))->width() - space::kMedium));
        m_hint->setToolTip(whole);
        m_hint->setAccessibleName(whole);
    }
}

}  // namespace zhida::ui
