// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/form.h"

#include "ui/presenters/article_text.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <utility>

namespace zhida::ui {

Form::Form(FormContext context, std::string_view command, const QString& heading, int columns, QWidget* parent)
    : QWidget(parent),
      m_context(std::move(context)),
      m_heading(heading),
      m_presenter(m_context.record ? FormPresenter(m_context.desk, command, m_context.record->subject)
                                   : FormPresenter(m_context.desk, command,
                                                   m_context.ticket && m_context.bulk.empty()
                                                       ? std::optional(m_context.ticket->ticket.id)
                                                       : std::nullopt,
                                                   m_context.bulk)),
      m_columns(columns) {
    setAccessibleName(heading);
    buildFrame();
    connectPresenter();
}

void Form::buildFrame() {
    auto* outer = column(this, 0, 0);
    QFrame* box = frame("formFrame", this);
    outer->addWidget(box);
    auto* layout = column(box, space::kMedium, space::kSmall);
    auto* head = row();
    head->addWidget(label(m_heading, TypeSize::heading, true));
    if (m_context.ticket) {
        QLabel* number =
            mutedLabel(m_context.bulk.empty() ? q(m_context.ticket->ticket.number)
                                              : tr("for %n tickets", nullptr, static_cast<int>(m_context.bulk.size())));
        number->setWordWrap(false);
        head->addWidget(number);
    } else if (m_context.record) {
        head->addWidget(mutedLabel(m_context.record->title), 1);
    }
    head->addStretch();
    QToolButton* close = flatButton(QStringLiteral("close"), tr("Close, the draft stays (Esc)"));
    connect(close, &QToolButton::clicked, this, &Form::closed);
    head->addWidget(close);
    layout->addLayout(head);

    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* fields = new QWidget;
    auto* inner = column(fields, 0, 0);
    inner->setContentsMargins(0, 0, space::kSmall, 0);
    m_grid = new QGridLayout;
    m_grid->setHorizontalSpacing(space::kMedium);
    m_grid->setVerticalSpacing(space::kTiny);
    for (int i = 0; i < m_columns; ++i) {
        m_grid->setColumnStretch(i, 1);
    }
    inner->addLayout(m_grid);
    inner->addStretch();
    scroll->setWidget(fields);
    layout->addWidget(scroll, 1);
    buildFoot(layout);
}

void Form::buildFoot(QVBoxLayout* layout) {
    m_error = notice("error");
    layout->addWidget(m_error);
    auto* foot = row();
    m_draft = mutedLabel({});
    m_discard = linkButton(tr("Discard draft"));
    m_discard->hide();
    foot->addWidget(m_draft, 1);
    foot->addWidget(m_discard);
    QPushButton* next = button(ActionId::sendAndNext);
    QPushButton* send = primary(actionText(ActionId::send), QStringLiteral("send"));
    send->setToolTip(actionHint(ActionId::send));
    if (m_context.record || !m_context.bulk.empty()) {
        next->hide();  // there is no next one; shown without a parent it would be a window of its own
    }
    foot->addWidget(next);
    foot->addWidget(send);
    m_send = send;
    layout->addLayout(foot);
    connect(next, &QPushButton::clicked, this, [this] { this->send(true); });
    connect(send, &QPushButton::clicked, this, [this] { this->send(false); });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        m_presenter.discard();
        emit closed();
    });
    connect(&m_presenter, &FormPresenter::sendingChanged, this, [this, send, next](bool sending) {
        send->setEnabled(!sending && m_barred.isEmpty());
        next->setEnabled(!sending);
    });
}

void Form::connectPresenter() {
    connect(&m_presenter, &FormPresenter::restored, this, &Form::onRestored);
    connect(&m_presenter, &FormPresenter::saved, this, [this] {
        m_draft->setText(tr("Draft saved %1").arg(secondsText(m_context.clock.now(), m_context.desk.offset())));
        m_discard->show();
    });
    connect(&m_presenter, &FormPresenter::saveFailed, this, [this](const Error& error) {
        complain(Error(error));
        m_draft->setText(tr("The draft could not be saved"));
    });
    connect(&m_presenter, &FormPresenter::failed, this, &Form::complain);
    connect(&m_presenter, &FormPresenter::sent, this, &Form::sent);
    connect(&m_presenter, &FormPresenter::sentAll, this, &Form::sentAll);
    connect(&m_presenter, &FormPresenter::actSent, this, &Form::actSent);
}

void Form::start() {
    m_presenter.restore();
    if (m_first != nullptr) {
        m_first->setFocus();
    }
}

void Form::send(bool andNext) {
    say(m_error, {});
    for (const auto& [name, bound] : m_bound) {
        bound.widget->setProperty("wrong", false);
        restyle(bound.widget);
    }
    if (!m_barred.isEmpty()) {
        say(m_error, m_barred);
    } else if (prepare()) {
        m_presenter.send(andNext);
    }
}

void Form::bar(const QString& why) {
    m_barred = why;
    m_send->setEnabled(why.isEmpty() && !m_presenter.sending());
    m_send->setToolTip(why.isEmpty() ? actionHint(ActionId::send) : why);
}

void Form::nameSend(const QString& text) { m_send->setText(text); }

void Form::complain(const Error& error) {
    say(m_error, m_context.record
                     ? articleErrorText(error, *m_context.directory, m_context.clock.now(), m_context.desk.offset())
                     : words::ofError(error));
    if (QWidget* widget = field(q(error.arg("field"))); widget != nullptr) {
        widget->setProperty("wrong", true);
        restyle(widget);
        widget->setFocus();
    }
}

void Form::fill(const QString& name, const QJsonValue& value, bool replace) {
    const auto found = m_bound.find(name);
    if (found == m_bound.end() || (!replace && !textOf(name).isEmpty())) {
        return;
    }
    if (replace) {
        m_presenter.setField(name, value);
    } else {
        m_presenter.propose(name, value);
    }
    found->second.show(value);
    fieldsChanged();
}

void Form::put(const QString& name, const QJsonValue& value) {
    if (const auto found = m_bound.find(name); found != m_bound.end()) {
        m_presenter.propose(name, value);
        found->second.show(value);
    }
}

QWidget* Form::field(const QString& name) const {
    const auto found = m_bound.find(name);
    return found == m_bound.end() ? nullptr : found->second.widget;
}

QString Form::textOf(const QString& name) const { return m_presenter.fields().value(name).toString(); }

void Form::onRestored(const QJsonObject& fields, Instant savedAt) {
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (const auto found = m_bound.find(it.key()); found != m_bound.end()) {
            found->second.show(it.value());
        }
    }
    m_draft->setText(tr("Draft restored %1").arg(clockText(savedAt, m_context.desk.offset())));
    m_draft->setStyleSheet(QStringLiteral("color:%1;font-weight:bold").arg(theme().accent.name()));
    m_discard->show();
    fieldsChanged();
}

void Form::bind(const QString& name, QWidget* widget, std::function<void(const QJsonValue&)> show) {
    m_bound.insert_or_assign(name, Bound{widget, std::move(show)});
    widget->setAccessibleName(words::ofField(s(name)));
    if (m_first == nullptr) {
        m_first = widget;
    }
    watch(widget);
}

void Form::edited(const QString& name, const QJsonValue& value) {
    m_presenter.setField(name, value);
    fieldsChanged();
}

void Form::setShown(const QString& name, bool shown) {
    const auto found = m_bound.find(name);
    if (found == m_bound.end() || found->second.widget->isHidden() == !shown) {
        return;
    }
    found->second.widget->setVisible(shown);
    if (const auto above = m_labels.find(name); above != m_labels.end()) {
        above->second->setVisible(shown);
    }
    if (!shown) {
        put(name, QJsonValue());
    }
}

void Form::watch(QWidget* widget) { widget->installEventFilter(this); }

bool Form::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) {
        m_presenter.flush();
    }
    return QWidget::eventFilter(watched, event);
}

void Form::addWidget(QWidget* widget, const FormCell& cell) {
    m_grid->addWidget(widget, cell.row * 2 + 1, cell.column, 1, cell.span);
}

void Form::addLabelled(const QString& name, QWidget* widget, const FormCell& cell) {
    QLabel* above = label(words::ofField(s(name)), TypeSize::small);
    above->setObjectName(QStringLiteral("muted"));
    above->setBuddy(widget);
    m_labels.insert_or_assign(name, above);
    m_grid->addWidget(above, cell.row * 2, cell.column, 1, cell.span);
    addWidget(widget, cell);
}

namespace {

template <class List, class PathOf>
std::vector<Choice> choicesOf(const List& list, PathOf pathOf) {
    std::vector<Choice> choices;
    choices.reserve(list.size());
    for (const auto& each : list) {
        choices.push_back({each.code.value, q(each.name), pathOf(each)});
    }
    return choices;
}

}  // namespace

std::vector<Choice> unitChoices(const Directory& directory) {
    std::vector<domain::Unit> units = directory.units();
    std::erase_if(units, [](const domain::Unit& unit) { return unit.disabled; });
    return choicesOf(units, [](const domain::Unit& unit) { return q(unit.name); });
}

std::vector<Choice> categoryChoices(const Directory& directory) {
    return choicesOf(directory.categories(),
                     [&](const domain::Category& each) { return directory.categoryPath(each.code); });
}

std::vector<Choice> regionChoices(const Directory& directory) {
    return choicesOf(directory.regions(), [&](const domain::Region& each) { return directory.regionPath(each.code); });
}

std::vector<Choice> userChoices(const Directory& directory) {
    std::vector<Choice> choices;
    for (const domain::UserProfile& each : directory.users()) {
        if (!each.disabled) {
            choices.push_back(
                {each.user.value, q(each.name), q(each.name) + QStringLiteral(" · ") + directory.unitName(each.unit)});
        }
    }
    return choices;
}

}  // namespace zhida::ui
