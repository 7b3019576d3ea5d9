// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/item_builder.h"

#include "model/base/utf8.h"
#include "model/domain/decide.h"

#include <optional>

namespace zhida::importing {
namespace {

using domain::Ticket;
using domain::TicketState;

constexpr std::size_t kTitleFromContent = 30;

/// One ticket out of one row; remarks gather on the way.
class TicketMaker {
public:
    TicketMaker(const Json& fields, const BuilderContext& context) : m_fields(fields), m_context(context) {}

    Result<Built> make(bool damaged, int repeat) {
        m_ticket.title = text("title");
        m_ticket.content = text("content");
        if (m_ticket.title.empty() && m_ticket.content.empty()) {
            return Error("field.missing", {{"field", "content"}});
        }
        readFacts();
        readTimes();
        readCodes();
        readHandling();
        checkTexts(damaged);
        identify(repeat);
        const std::size_t contentHash = hash();
        return Built{std::move(m_ticket), m_identity, text("title"), contentHash, std::move(m_remarks)};
    }

private:
    std::string text(const char* name) const {
        const auto it = m_fields.find(name);
        if (it == m_fields.end()) {
            return {};
        }
        return it->is_string() ? it->get<std::string>() : it->dump();
    }

    void remark(Error error, const std::string& note) {
        m_remarks.push_back(std::move(error));
        if (m_ticket.importNote.find(note) == std::string::npos) {
            m_ticket.importNote += (m_ticket.importNote.empty() ? "" : "; ") + note;
        }
    }

    template <class E>
    std::optional<E> coded(const char* name) {
        const std::string value = text(name);
        if (value.empty()) {
            return std::nullopt;
        }
        const auto code = enumFrom<E>(value);
        if (!code) {
            remark(Error("value.unknown", {{"field", name}, {"value", value}}),
                   "value.unknown " + std::string(name) + "=" + value);
        }
        return code;
    }

    void readFacts() {
        m_ticket.appealType = coded<domain::AppealType>("appealType").value_or(m_ticket.appealType);
        m_ticket.channel = coded<domain::Channel>("channel").value_or(m_ticket.channel);
        m_ticket.urgency = coded<domain::Urgency>("urgency").value_or(m_ticket.urgency);
        const std::string secret = text("secret");
        m_ticket.secret = secret == "1" || secret == "true" || secret == "是";
        m_ticket.caller = {text("callerName"), text("callerPhone"), text("contactPhone")};
        m_ticket.address = text("address");
        m_ticket.remark = text("remark");
        m_ticket.source = m_context.source;
    }

    std::optional<Instant> time(const char* name) {
        const std::string value = text(name);
        const auto at = value.empty() ? std::nullopt : readTime(value, m_context.mapping->time);
        if (!value.empty() && !at) {
            remark(Error("time.unreadable", {{"field", name}, {"value", value}}),
                   "time.unreadable " + std::string(name) + "=" + value);
        }
        return at;
    }

    void readTimes() {
        const auto created = time("createdAt");
        if (!created && text("createdAt").empty()) {
            remark(Error("time.missing", {{"field", "createdAt"}}), "time.missing createdAt");
        }
        m_ticket.createdAt = created.value_or(Instant{});
        m_ticket.due = time("due");
        m_repliedAt = time("repliedAt");
        m_closedAt = time("closedAt");
        const bool replied = !text("reply").empty();
        if (replied && text("repliedAt").empty() && text("closedAt").empty()) {
            remark(Error("time.missing", {{"field", "repliedAt"}}), "time.missing repliedAt");
        }
        for (const auto& [name, later] : {std::pair("repliedAt", m_repliedAt), std::pair("closedAt", m_closedAt)}) {
            if (created && later && *later < *created) {
                remark(
                    Error("time.reversed", {{"createdAt", text("createdAt")}, {"field", name}, {"value", text(name)}}),
                    std::string("time.reversed ") + name);
            }
        }
    }

    std::string known(const char* name, const KnownCodes& codes, const char* error) {
        const std::string value = text(name);
        if (value.empty()) {
            return value;
        }
        const std::string code = codes.codeOf(value);
        if (code.empty()) {
            remark(Error(error, {{name, value}}), std::string(error) + " " + value);
        }
        return code.empty() ? value : code;
    }

    void readCodes() {
        const Reference& reference = *m_context.reference;
        m_ticket.category.value = known("category", reference.categories, "category.unknown");
        m_ticket.region.value = known("region", reference.regions, "region.unknown");
        m_unit.value = known("unit", reference.units, "unit.unknown");
    }

    /// Who answered, and how far the matter had come.
    void readHandling() {
        const std::string reply = text("reply");
        const Instant repliedAt = m_repliedAt.value_or(m_closedAt.value_or(Instant{}));
        if (!m_unit.empty()) {
            domain::Assignment share;
            share.unit = m_unit;
            share.dispatchedAt = m_ticket.createdAt;
            share.due = m_ticket.due;
            if (!reply.empty()) {
                share.state = domain::AssignmentState::replied;
                share.reply = domain::UnitReply{text("replyInternal"), reply, {}, repliedAt};
            }
            m_ticket.assignments.push_back(std::move(share));
        } else if (!reply.empty()) {
            m_ticket.directAnswer = domain::DirectAnswer{reply, {}, 0, {}, {}, repliedAt};
        }
        readState(!reply.empty());
        readCallback();
        m_ticket.updatedAt = std::max({m_ticket.createdAt, repliedAt, m_closedAt.value_or(Instant{})});
    }

    void readState(bool replied) {
        const bool over = replied || m_closedAt.has_value();
        const TicketState open = m_unit.empty() ? TicketState::registered : TicketState::dispatched;
        m_ticket.state = coded<TicketState>("state").value_or(over ? TicketState::closed : open);
        if (m_ticket.state == TicketState::dispatched && m_unit.empty()) {
            m_ticket.state = TicketState::pendingDispatch;
        }
        if (m_ticket.state == TicketState::closed) {
            m_ticket.closedAt = m_closedAt ? m_closedAt : m_repliedAt;
        }
    }

    void readCallback() {
        const auto solved = coded<domain::Solved>("solved");
        const auto satisfied = coded<domain::Satisfied>("satisfied");
        if (solved || satisfied) {
            m_ticket.firstCallback =
                domain::CallbackRecord{true, solved, satisfied, {}, {}, m_ticket.closedAt.value_or(Instant{})};
            m_ticket.lastCallback = m_ticket.firstCallback;
        }
    }

    void checkTexts(bool damaged) {
        if (damaged) {
            remark(Error("text.damaged"), "text.damaged");
        }
        if (m_ticket.title.empty()) {
            m_ticket.title = std::string(utf8::prefix(m_ticket.content, kTitleFromContent));
            remark(Error("text.missing", {{"field", "title"}}), "text.missing title");
        }
        if (m_ticket.content.empty()) {
            remark(Error("text.missing", {{"field", "content"}}), "text.missing content");
        }
        for (const auto& [name, value, limit] : {std::tuple("title", &m_ticket.title, domain::kMostTitle),
                                                 std::tuple("content", &m_ticket.content, domain::kMostText)}) {
            if (value->size() > limit && utf8::length(*value) > limit) {
                remark(Error("text.tooLong", {{"field", name}, {"limit", std::to_string(limit)}}),
                       std::string("text.tooLong ") + name);
            }
        }
    }

    void identify(int repeat) {
        m_identity = text("id");
        m_ticket.sourceId = m_identity;
        if (m_ticket.sourceId.empty()) {
            m_ticket.sourceId = Uuid::fromName(m_ticket.title + "\n" + m_ticket.content + "\n" + text("createdAt") +
                                               "\n" + text("reply"))
                                    .text();
        }
        if (repeat > 1) {
            m_ticket.sourceId += "#" + std::to_string(repeat);
        }
        m_ticket.id.uuid = Uuid::fromName("ticket\n" + m_ticket.source + "\n" + m_ticket.sourceId);
        m_ticket.number = text("number");
        if (m_ticket.number.empty()) {
            // The id of the source, findable by its tail, behind a mark that keeps two sources apart.
            const bool hashed = m_identity.empty();
            m_ticket.number = "W" + Uuid::fromName(m_ticket.source).text().substr(0, 4) + "-" +
                              (hashed ? m_ticket.id.text().substr(24) : m_ticket.sourceId);
        }
    }

    [[nodiscard]] std::size_t hash() const {
        const std::hash<std::string> of;
        std::size_t value = of(m_ticket.title);
        for (const auto& part : {m_ticket.content, text("reply"), text("createdAt"), text("repliedAt"), m_unit.value}) {
            value = value * 1'000'003U ^ of(part);
        }
        return value;
    }

    const Json& m_fields;
    const BuilderContext& m_context;
    Ticket m_ticket;
    UnitCode m_unit;
    std::optional<Instant> m_repliedAt;
    std::optional<Instant> m_closedAt;
    std::string m_identity;
    std::vector<Error> m_remarks;
};

class TicketBuilder final : public ItemBuilder {
public:
    explicit TicketBuilder(BuilderContext context) : m_context(std::move(context)) {}
    Result<Built> build(const Json& fields, bool damaged, int repeat) override {
        return TicketMaker(fields, m_context).make(damaged, repeat);
    }

private:
    BuilderContext m_context;
};

}  // namespace

std::unique_ptr<ItemBuilder> makeTicketBuilder(BuilderContext context) {
    return std::make_unique<TicketBuilder>(std::move(context));
}

}  // namespace zhida::importing
