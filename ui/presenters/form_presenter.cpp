// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/form_presenter.h"

#include "model/wire/json.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

QByteArray compact(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

bool blankValue(const QJsonValue& value) {
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().trimmed().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty()) ||
           (value.isBool() && !value.toBool());
}

QString draftKeyOf(std::string_view command, const std::optional<TicketId>& ticket, bool bulk) {
    const QString kind = q(command).section(QLatin1Char('.'), 1);
    if (bulk) {
        return kind + QStringLiteral(":bulk");
    }
    return ticket ? kind + QLatin1Char(':') + q(ticket->text()) : kind;
}

}  // namespace

FormPresenter::FormPresenter(service::Desk& desk, std::string_view command, std::optional<TicketId> ticket,
                             std::vector<TicketId> bulk, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_command(command),
      m_ticket(ticket),
      m_bulk(std::move(bulk)),
      m_draft(desk, s(draftKeyOf(command, ticket, !m_bulk.empty())), std::string(command) + "/1",
              [this] { return blank() ? std::nullopt : std::optional(compact(m_fields).toStdString()); }) {
    connect(&m_draft, &DraftKeeper::saved, this, &FormPresenter::saved);
    connect(&m_draft, &DraftKeeper::saveFailed, this, &FormPresenter::saveFailed);
    m_judge.setSingleShot(true);
    m_judge.setInterval(kJudgeMs);
    connect(&m_judge, &QTimer::timeout, this, &FormPresenter::judge);
    judgeSoon();
}

FormPresenter::~FormPresenter() { flush(); }

QString FormPresenter::draftKey() const { return q(m_draft.key()); }

void FormPresenter::restore() {
    m_draft.find([this](const std::optional<service::Draft>& draft) {
        if (!draft || m_touched) {
            return;  // nothing there, or somebody types already
        }
        const QJsonObject fields = QJsonDocument::fromJson(QByteArray::fromStdString(draft->fields)).object();
        for (auto it = fields.begin(); it != fields.end(); ++it) {
            m_fields.insert(it.key(), it.value());
        }
        judgeSoon();
        emit restored(fields, draft->savedAt);
    });
}

void FormPresenter::setField(const QString& name, const QJsonValue& value) {
    if (m_fields.value(name) == value) {
        return;
    }
    m_fields.insert(name, value);
    m_touched = true;
    m_draft.touch();
    judgeSoon();
}

void FormPresenter::propose(const QString& name, const QJsonValue& value) {
    m_fields.insert(name, value);
    judgeSoon();
}

void FormPresenter::judgeSoon() {
    if (!m_bulk.empty()) {
        m_judge.start();
    }
}

void FormPresenter::judge() {
    const std::uint64_t judgement = ++m_judgement;
    Result<domain::TicketCommand> command = body();
    if (!command) {
        emit judged({});
        return;
    }
    m_desk.submitBulk({m_bulk, std::move(*command), true},
                      guarded(this, [this, judgement](const Result<service::BulkOutcome>& outcome) {
                          if (judgement != m_judgement || m_sending) {
                              return;
                          }
                          if (outcome) {
                              emit judged(*outcome);
                          } else {
                              emit failed(outcome.error());
                          }
                      }));
}

bool FormPresenter::blank() const {
    return std::all_of(m_fields.begin(), m_fields.end(), [](const QJsonValue& value) { return blankValue(value); });
}

void FormPresenter::discard() {
    m_draft.settle();
    m_draft.discard();
}

Result<domain::TicketCommand> FormPresenter::body() const {
    wire::Json with = wire::Json::object();
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        const bool choice = it.value().isBool();
        if (!it.key().startsWith(QLatin1Char('_')) && (choice || !blankValue(it.value()))) {
            const QByteArray text = QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact);
            with[s(it.key())] = wire::Json::parse(text.begin(), text.end()).at(0);
        }
    }
    Result<domain::TicketCommand> command = wire::commandFromJson(m_command, with, m_desk.offset());
    if (!command && command.error().code == "field.missing") {
        return Error("text.missing", {{"field", command.error().arg("field")}});
    }
    return command;
}

void FormPresenter::send(bool andNext) {
    if (m_sending) {
        return;
    }
    Result<domain::TicketCommand> command = body();
    if (!command) {
        emit failed(command.error());
        return;
    }
    flush();  // a refusal or a crash while sending must find the words in the draft
    m_sending = true;
    emit sendingChanged(true);
    if (!m_bulk.empty()) {
        sendAll(std::move(*command));
        return;
    }
    m_desk.submit({m_ticket, std::move(*command), s(draftKey())},
                  guarded(this, [this, andNext](const Result<service::Submitted>& result) {
                      m_sending = false;
                      emit sendingChanged(false);
                      if (result) {
                          m_draft.settle();
                          emit sent(*result, andNext);
                      } else {
                          emit failed(result.error());
                      }
                  }));
}

/// Who refuses stays as he is; the form stays when nobody accepts.
void FormPresenter::sendAll(domain::TicketCommand command) {
    m_judge.stop();
    m_desk.submitBulk(
        {m_bulk, std::move(command), false}, guarded(this, [this](const Result<service::BulkOutcome>& outcome) {
            m_sending = false;
            emit sendingChanged(false);
            if (!outcome) {
                emit failed(outcome.error());
            } else if (outcome->accepted.empty()) {
                emit judged(*outcome);
                emit failed(outcome->refused.empty() ? Error("internal") : outcome->refused.front().second);
            } else {
                discard();
                emit sentAll(*outcome);
            }
        }));
}

}  // namespace zhida::ui
