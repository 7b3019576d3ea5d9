// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/impact_presenter.h"

#include "ui/models/article_rows.h"
#include "ui/presenters/article_text.h"
#include "ui/presenters/record_probe.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <utility>

namespace zhida::ui {
namespace {

constexpr int kTypingMs = 150;

std::uint32_t daysOf(const QString& text) {
    bool whole = false;
    const int days = text.trimmed().toInt(&whole);
    return whole && days > 0 && days <= ImpactPresenter::kMostDays ? static_cast<std::uint32_t>(days) : 0;
}

std::vector<service::ImpactRow> impactRows(service::Knowledge& knowledge, const ImpactPresenter::Question& question) {
    if (question.article.empty()) {
        return question.basis.empty() ? std::vector<service::ImpactRow>()
                                      : knowledge.impactOfBasis(question.basis, daysOf(question.days));
    }
    const auto file = knowledge.article(question.article);
    return file ? knowledge.impactOf(*file, daysOf(question.days)) : std::vector<service::ImpactRow>();
}

QStringList citedNumbers(service::DeskReader& reader) {
    QStringList numbers;
    for (const domain::Article& article : knownArticles(reader)) {
        for (const domain::LegalBasis& each : article.basis) {
            numbers << q(each.number).trimmed();
        }
    }
    numbers.removeAll(QString());
    numbers.removeDuplicates();
    numbers.sort();
    return numbers;
}

}  // namespace

ImpactPresenter::ImpactPresenter(service::Desk& desk, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_clock(clock),
      m_rows({JsonTableModel::plain(tr("Ticket"), "number"), JsonTableModel::plain(tr("Matter"), "title"),
              JsonTableModel::plain(tr("Was told"), "told"), JsonTableModel::plain(tr("Version"), "version"),
              JsonTableModel::plain(tr("When"), "at"), JsonTableModel::plain(tr("By"), "by")}) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingMs);
    connect(&m_pause, &QTimer::timeout, this, &ImpactPresenter::count);
}

void ImpactPresenter::ask(Question question) {
    if (m_asked > 0 && question == m_question) {
        return;
    }
    m_question = std::move(question);
    m_known = false;
    m_obstacle = tr("Counting …");
    ++m_asked;
    m_pause.start();
}

void ImpactPresenter::count() {
    if (daysOf(m_question.days) == 0) {
        forget(
            Error("field.value",
                  {{"field", "days"}, {"value", s(m_question.days)}, {"allowed", "1.." + std::to_string(kMostDays)}}));
        return;
    }
    ui::ask(
        m_desk, this,
        [user = m_desk.user(), now = m_clock.now(), offset = m_desk.offset(),
         question = m_question](service::DeskReader& reader) { return read(reader, user, now, offset, question); },
        [this, asked = m_asked](const Read& read) {
            if (asked == m_asked) {
                show(read);
            }
        });
}

ImpactPresenter::Read ImpactPresenter::read(service::DeskReader& reader, const domain::UserProfile& user, Instant now,
                                            UtcOffset offset, const Question& question) {
    service::Knowledge knowledge(reader, user, now, offset);
    Read read{impactRows(knowledge, question), {}, citedNumbers(reader), Directory::read(reader)};
    domain::StartCampaign start{question.article, question.basis, daysOf(question.days), "-", {}};
    for (const service::ImpactRow& each : read.rows) {
        start.tickets.push_back(each.ticket);
    }
    read.barred =
        RecordProbe(reader, user, *read.directory, now).barred(Uuid::fromName("probe").text(), std::move(start));
    return read;
}

void ImpactPresenter::show(const Read& read) {
    const Instant now = m_clock.now();
    QJsonArray rows;
    m_tickets.clear();
    for (const service::ImpactRow& each : read.rows) {
        m_tickets.push_back(each.ticket);
        rows.append(QJsonObject{
            {QStringLiteral("number"), q(each.number)},
            {QStringLiteral("title"), q(each.title).simplified()},
            {QStringLiteral("told"), q(each.text).simplified()},
            {QStringLiteral("version"), each.version == 0 ? QStringLiteral("–") : QString::number(each.version)},
            {QStringLiteral("at"), momentText(each.at, now, m_desk.offset())},
            {QStringLiteral("by"), read.directory->userName(each.user)}});
    }
    m_numbers = read.numbers;
    m_known = true;
    m_obstacle = read.barred ? articleErrorText(*read.barred, *read.directory, now, m_desk.offset()) : QString();
    m_rows.setRows(rows);
    emit counted();
}

void ImpactPresenter::forget(const Error& why) {
    m_tickets.clear();
    m_known = false;
    m_obstacle = articleErrorText(why, Directory(), m_clock.now(), m_desk.offset());
    m_rows.setRows({});
    emit counted();
}

QString ImpactPresenter::summary() const {
    if (!m_known) {
        return m_obstacle;
    }
    if (m_question.article.empty() && m_question.basis.empty()) {
        return tr("Which document? Its number finds everybody whose answer cited it.");
    }
    return m_tickets.empty() ? tr("Nobody relied on it in the last %n day(s): there is nobody to phone.", nullptr,
                                  m_question.days.trimmed().toInt())
                             : tr("%n caller(s) would be phoned.", nullptr, static_cast<int>(m_tickets.size()));
}

}  // namespace zhida::ui
