// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/command_text.h"

#include "model/base/utf8.h"

namespace zhida::domain {
namespace {

Status textWithin(std::string_view name, const std::string& text, std::size_t limit, bool required) {
    if (required && text.find_first_not_of(" \t\r\n") == std::string::npos) {
        return Error("text.missing", {{"field", std::string(name)}});
    }
    if (text.size() > limit && utf8::length(text) > limit) {
        return Error("text.tooLong", {{"field", std::string(name)}, {"limit", std::to_string(limit)}});
    }
    return done();
}

Status fewEnough(std::string_view name, const std::vector<UnitCode>& units) {
    Status status = units.size() > kMostUnits
                        ? Error("text.tooLong", {{"field", std::string(name)}, {"limit", std::to_string(kMostUnits)}})
                        : done();
    for (const UnitCode& unit : units) {
        status = status ? textWithin(name, unit.value, kMostCode, true) : status;
    }
    return status;
}

/// Every text of a command is within bounds, and the required ones are not blank.
template <class C>
Status textsOf(const C& command) {
    Status status = done();
    forEachField<C>([&](const auto& f) {
        if (!status.ok()) {
            return;
        }
        using Value = std::decay_t<decltype(command.*f.member)>;
        if constexpr (std::is_same_v<Value, std::string>) {
            const std::size_t limit = f.name == "title" ? kMostTitle : kMostText;
            status = textWithin(f.name, command.*f.member, limit, f.use == FieldUse::required);
        } else if constexpr (requires { (command.*f.member).value.size(); }) {
            status = textWithin(f.name, (command.*f.member).value, kMostCode, f.use == FieldUse::required);
        } else if constexpr (std::is_same_v<Value, std::vector<UnitCode>>) {
            status = fewEnough(f.name, command.*f.member);
        }
    });
    return status;
}

}  // namespace

Status checkTexts(const TicketCommand& command) {
    return std::visit([](const auto& each) { return textsOf(each); }, command);
}

std::vector<std::string> wordsOf(const TicketCommand& command) {
    if (const auto* answer = std::get_if<AnswerDirectly>(&command)) {
        return {answer->text};
    }
    const auto* reply = std::get_if<ReplyTicket>(&command);
    if (reply == nullptr) {
        return {};
    }
    return reply->internal.empty() ? std::vector{reply->publicText} : std::vector{reply->publicText, reply->internal};
}

}  // namespace zhida::domain
