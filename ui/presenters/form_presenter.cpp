// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/form_presenter.h"

#include "model/wire/json.h"
#include "model/wire/record_json.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace zhida::ui {
namespace {

// What the author of an act saw: kept in the draft beside his words, never sent as a field.
constexpr QLatin1String kKey("_key");
constexpr QLatin1String kBase("_base");
constexpr QLatin1String kVersion("_version");
constexpr QLatin1String kOfTicket("_ticket");

QByteArray compact(const QJsonObject& object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

bool isNote(const QString& name) { return name.startsWith(QLatin1Char('_')); }

bool blankValue(const QJsonValue& value) {
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().trimmed().isEmpty()) ||
           (value.isArray() && value.toArray().isEmpty()) || (value.isObject() && value.toObject().isEmpty()) ||
           (value.isBool() && !value.toBool());
}

std::string draftKeyOf(std::string_view command, const std::optional<TicketId>& ticket, bool bulk) {
    const QString kind = q(command).section(QLatin1Char('.'), 1);
    return s(bulk ? kind + QStringLiteral(":bulk") : ticket ? kind + QLatin1Char(':') + q(ticket->text()) : kind);
}

/// A new article out of a ticket has a draft of its own, and so has each caller of a campaign.
std::string draftKeyOf(std::string_view command, const RecordSubject& record) {
    std::string about =
        (record.key.empty() && !record.ticket.isNull() ? record.ticket.text() : record.key) + record.about;
    if (command == domain::CampaignDone::kName) {
        about += ":" + record.ticket.text();
    }
    return std::string(command) + (about.empty() ? "" : ":" + about);
}

wire::Json jsonOf(const QJsonObject& fields) {
    wire::Json with = wire::Json::object();
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (!isNote(it.key()) && (it.value().isBool() || !blankValue(it.value()))) {
            const QByteArray text = QJsonDocument(QJsonArray{it.value()}).toJson(QJsonDocument::Compact);
            with[s(it.key())] = wire::Json::parse(text.begin(), text.end()).at(0);
        }
    }
    return with;
}

/// What a person has to do about it: fill the field in.
Error asked(const Error& error) {
    return error.code == "field.missing" ? Error("text.missing", {{"field", error.arg("field")}}) : error;
}

/// The version that was looked at, in the acts that ask for it.
void nameSeen(domain::RecordAct& act, const RecordSubject& seen) {
    if (auto* draft = std::get_if<domain::DraftArticle>(&act)) {
        draft->basedOn = seen.version;
        draft->ticket = seen.ticket;
    } else if (auto* renew = std::get_if<domain::RenewArticle>(&act)) {
        renew->version = seen.version;
    } else if (auto* withdraw = std::get_if<domain::WithdrawArticle>(&act)) {
        withdraw->version = seen.version;
    }
}

}  // namespace

FormPresenter::FormPresenter(service::Desk& desk, std::string_view command, std::optional<TicketId> ticket,
                             std::vector<TicketId> bulk, bool act, const std::string& draftKey, QObject* parent)
    : QObject(parent),
      m_desk(desk),
      m_command(command),
      m_ticket(ticket),
      m_bulk(std::move(bulk)),
      m_isAct(act),
      m_draft(desk, draftKey, std::string(command) + "/1",
              [this] { return blank() ? std::nullopt : std::optional(compact(m_fields).toStdString()); }) {
    connect(&m_draft, &DraftKeeper::saved, this, &FormPresenter::saved);
    connect(&m_draft, &DraftKeeper::saveFailed, this, &FormPresenter::saveFailed);
    m_judge.setSingleShot(true);
    m_judge.setInterval(kJudgeMs);
    connect(&m_judge, &QTimer::timeout, this, &FormPresenter::judge);
    judgeSoon();
}

FormPresenter::FormPresenter(service::Desk& desk, std::string_view command, std::optional<TicketId> ticket,
                             const std::vector<TicketId>& bulk, QObject* parent)
    : FormPresenter(desk, command, ticket, bulk, false, draftKeyOf(command, ticket, !bulk.empty()), parent) {}

FormPresenter::FormPresenter(service::Desk& desk, std::string_view command, const RecordSubject& record,
                             QObject* parent)
    : FormPresenter(desk, command, std::nullopt, {}, true, draftKeyOf(command, record), parent) {
    actOn(record);
}

FormPresenter::~FormPresenter() { flush(); }

QString FormPresenter::draftKey() const { return q(m_draft.key()); }

void FormPresenter::actOn(const RecordSubject& record) {
    propose(kKey, q(record.key));
    propose(kBase, record.base ? QJsonValue(q(record.base->text())) : QJsonValue());
    propose(kVersion, static_cast<qint64>(record.version));
    propose(kOfTicket, record.ticket.isNull() ? QJsonValue() : QJsonValue(q(record.ticket.text())));
}

std::optional<RecordSubject> FormPresenter::record() const {
    if (!m_isAct) {
        return std::nullopt;
    }
    RecordSubject record{s(m_fields.value(kKey).toString()),
                         std::nullopt,
                         static_cast<std::uint32_t>(m_fields.value(kVersion).toInteger()),
                         {}};
    if (const auto base = Uuid::parse(s(m_fields.value(kBase).toString()))) {
        record.base = CommandId{*base};
    }
    record.ticket = TicketId{Uuid::parse(s(m_fields.value(kOfTicket).toString())).value_or(Uuid{})};
    return record;
}

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
    for (auto it = m_fields.begin(); it != m_fields.end(); ++it) {
        if (!isNote(it.key()) && !blankValue(it.value())) {
            return false;
        }
    }
    return true;
}

void FormPresenter::discard() {
    m_draft.settle();
    m_draft.discard();
}

Result<domain::TicketCommand> FormPresenter::body() const {
    Result<domain::TicketCommand> command = wire::commandFromJson(m_command, jsonOf(m_fields), m_desk.offset());
    return command ? command : asked(command.error());
}

Result<domain::RecordAct> FormPresenter::act() const {
    Result<domain::RecordAct> act = wire::actFromJson(m_command, jsonOf(m_fields), m_desk.offset());
    if (!act) {
        return asked(act.error());
    }
    nameSeen(*act, *record());
    if (auto* start = std::get_if<domain::StartCampaign>(&*act)) {
        start->tickets = m_told;
    }
    return act;
}

void FormPresenter::send(bool andNext) {
    if (m_sending) {
        return;
    }
    if (m_isAct) {
        submitAct();
    } else {
        submitTicket(andNext);
    }
}

/// A refusal or a crash while sending must find the words in the draft.
void FormPresenter::begin() {
    flush();
    m_sending = true;
    emit sendingChanged(true);
}

template <class Outcome, class Done>
void FormPresenter::end(const Result<Outcome>& result, Done tell) {
    m_sending = false;
    emit sendingChanged(false);
    if (!result) {
        emit failed(result.error());
        return;
    }
    m_draft.settle();
    tell(*result);
}

void FormPresenter::submitTicket(bool andNext) {
    Result<domain::TicketCommand> command = body();
    if (!command) {
        emit failed(command.error());
        return;
    }
    begin();
    if (!m_bulk.empty()) {
        sendAll(std::move(*command));
        return;
    }
    m_desk.submit({m_ticket, std::move(*command), s(draftKey())},
                  guarded(this, [this, andNext](const Result<service::Submitted>& result) {
                      end(result, [this, andNext](const service::Submitted& made) { emit sent(made, andNext); });
                  }));
}

void FormPresenter::submitAct() {
    Result<domain::RecordAct> made = act();
    if (!made) {
        emit failed(made.error());
        return;
    }
    begin();
    const RecordSubject seen = *record();
    m_desk.submit(service::RecordSubmission{seen.key, std::move(*made), seen.base, s(draftKey())},
                  guarded(this, [this](const Result<service::RecordSubmitted>& result) {
                      end(result, [this](const service::RecordSubmitted& done) { emit actSent(done); });
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
