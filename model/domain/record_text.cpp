// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/utf8.h"
#include "model/domain/article_table.h"
#include "model/domain/command_text.h"
#include "model/domain/decide_article.h"

#include <type_traits>

namespace zhida::domain {
namespace {

constexpr std::size_t kMostEntries = 200;
/// Of all texts of one command together, in bytes: it must fit a frame with room to spare.
constexpr std::size_t kMostBytes = 256U << 10U;

struct TextBounds {
    Status status = done();
    std::size_t bytes = 0;

    void text(std::string_view name, const std::string& value, std::size_t limit, bool required) {
        bytes += value.size();
        if (!status) {
            return;
        }
        if (required && value.find_first_not_of(" \t\r\n") == std::string::npos) {
            status = Error("text.missing", {{"field", std::string(name)}});
        } else if (value.size() > limit && utf8::length(value) > limit) {
            tooLong(name, limit);
        }
    }
    void tooLong(std::string_view name, std::size_t limit) {
        status = Error("text.tooLong", {{"field", std::string(name)}, {"limit", std::to_string(limit)}});
    }
    template <class T>
    void value(std::string_view name, const T& each, bool required) {
        if constexpr (std::is_same_v<T, std::string>) {
            text(name, each, name == "title" ? kMostTitle : kMostText, required);
        } else if constexpr (requires { each.value.size(); }) {
            text(name, each.value, kMostCode, required);
        } else if constexpr (IsVector<T>::value) {
            if (status && each.size() > kMostEntries && !std::is_same_v<T, std::vector<TicketId>>) {
                tooLong(name, kMostEntries);
            }
            for (const auto& one : each) {
                value(name, one, false);
            }
        } else if constexpr (Record<T>) {
            forEachField<T>([&](const auto& f) { value(name, each.*f.member, false); });
        }
    }
};

}  // namespace

Status checkRecordCommand(const RecordCommand& command, const Context& context) {
    const RecordRule& rule = kRecordRules[command.act.index()];
    if (context.actor.disabled) {
        return Error("user.disabled", {{"user", context.actor.user.value}});
    }
    if (!rule.roles.has(context.actor.role)) {
        return Error("user.mayNot",
                     {{"role", std::string(codeOf(context.actor.role))}, {"command", std::string(rule.command)}});
    }
    if (command.kind != kindOf(command.act) || command.key.empty()) {
        return Error("record.subject", {{"kind", command.kind}});
    }
    TextBounds bounds;
    bounds.text("key", command.key, 4 * kMostCode, true);
    std::visit(
        [&bounds]<class A>(const A& act) {
            forEachField<A>([&](const auto& f) { bounds.value(f.name, act.*f.member, f.use == FieldUse::required); });
        },
        command.act);
    if (bounds.status && bounds.bytes > kMostBytes) {
        bounds.tooLong("text", kMostBytes);
    }
    return bounds.status;
}

std::string_view nameOf(const RecordAct& act) { return kRecordRules[act.index()].command; }

std::string_view kindOf(const RecordAct& act) {
    return std::visit([]<class A>(const A&) { return A::kKind; }, act);
}

}  // namespace zhida::domain
