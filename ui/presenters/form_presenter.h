// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/draft_keeper.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace zhida::ui {

/// The record that an act is about, as the person saw it when he began.
struct RecordSubject {
    std::string key;                ///< empty: a new one
    std::optional<CommandId> base;  ///< the command that had changed it last
    std::uint32_t version = 0;      ///< published then
    TicketId ticket;                ///< that a draft is made from; of a campaign, the caller in front
    std::string about = {};         ///< of a new one: what it is made about, so that each has a draft of its own
    bool operator==(const RecordSubject&) const = default;
};

/// One form that becomes one command on a ticket or one act on a record. Its fields carry the names of the command's fields; every change is in the desk's
/// draft within DraftKeeper::kSaveMs, and comes back when the same form of the same ticket is opened again, also after kill -9.
class FormPresenter : public QObject {
    Q_OBJECT

public:
    /// `command`: "ticket.reply"; static storage. No `ticket`: the command makes a new one, or goes to all of `bulk`.
    FormPresenter(service::Desk& desk, std::string_view command, std::optional<TicketId> ticket,
                  const std::vector<TicketId>& bulk = {}, QObject* parent = nullptr);
    FormPresenter(service::Desk& desk, std::string_view command, const RecordSubject& record,
                  QObject* parent = nullptr);
    /// Saves what is not saved yet.
    ~FormPresenter() override;
    FormPresenter(const FormPresenter&) = delete;
    FormPresenter& operator=(const FormPresenter&) = delete;

    [[nodiscard]] std::string_view command() const { return m_command; }
    [[nodiscard]] const std::optional<TicketId>& ticket() const { return m_ticket; }
    [[nodiscard]] QString draftKey() const;
    [[nodiscard]] const QJsonObject& fields() const { return m_fields; }
    [[nodiscard]] bool sending() const { return m_sending; }
    [[nodiscard]] bool dirty() const { return m_draft.dirty(); }

    /// Of an act: what its author saw, also when the words come from a draft of yesterday.
    [[nodiscard]] std::optional<RecordSubject> record() const;
    /// He has looked at what there is now, and acts on that.
    void actOn(const RecordSubject& record);
    /// Looks for a draft: restored() when there is one.
    void restore();
    /// A person has changed a field.
    void setField(const QString& name, const QJsonValue& value);
    /// A proposal of the program: sent, but no reason for a draft.
    void propose(const QString& name, const QJsonValue& value);
    /// Saves now: the focus has left, the window closes.
    void flush() { m_draft.flush(); }
    /// Throws the draft away.
    void discard();
    /// Decides and stores the command. One at a time.
    void send(bool andNext);
    /// The command as it would be sent; for checks before sending.
    [[nodiscard]] Result<domain::TicketCommand> body() const;
    [[nodiscard]] Result<domain::RecordAct> act() const;
    /// Of a campaign that begins: whom it takes in.
    void takeIn(std::vector<TicketId> told) { m_told = std::move(told); }

    static constexpr int kJudgeMs = 120;  ///< after the last key, the preview of a command in bulk

signals:
    void restored(const QJsonObject& fields, zhida::Instant savedAt);
    void saved();
    void saveFailed(const zhida::Error& error);
    void sendingChanged(bool sending);
    void sent(const zhida::service::Submitted& submitted, bool andNext);
    void actSent(const zhida::service::RecordSubmitted& submitted);
    void failed(const zhida::Error& error);
    /// In bulk: who would refuse it as it stands; without any ticket in it: it is not complete yet.
    void judged(const zhida::service::BulkOutcome& judgement);
    void sentAll(const zhida::service::BulkOutcome& outcome);

private:
    FormPresenter(service::Desk& desk, std::string_view command, std::optional<TicketId> ticket,
                  std::vector<TicketId> bulk, bool act, const std::string& draftKey, QObject* parent);
    void begin();
    template <class Outcome, class Done>
    void end(const Result<Outcome>& result, Done tell);
    void submitTicket(bool andNext);
    void submitAct();
    [[nodiscard]] bool blank() const;
    void judgeSoon();
    void judge();
    void sendAll(domain::TicketCommand command);

    service::Desk& m_desk;
    std::string_view m_command;
    std::optional<TicketId> m_ticket;
    std::vector<TicketId> m_bulk;
    std::vector<TicketId> m_told;
    QTimer m_judge;
    std::uint64_t m_judgement = 0;
    bool m_isAct;
    QJsonObject m_fields;
    bool m_touched = false;
    bool m_sending = false;
    DraftKeeper m_draft;
};

}  // namespace zhida::ui
