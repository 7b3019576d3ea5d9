// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/message.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zhida::domain {
namespace {

constexpr std::string_view kStop = "；";
constexpr std::string_view kBring = "需带：";
constexpr std::string_view kMore = "等，其余请来电询问";
constexpr std::string_view kAsk = "所需材料请来电询问";
/// UCS-2 units of a message that stands alone, and of one that is joined to others.
constexpr std::size_t kAlone = 70;
constexpr std::size_t kJoined = 67;

/// On one line: a telephone shows little of what stands between.
std::string inOneLine(std::string_view text) {
    std::string line;
    for (const char each : text) {
        const bool blank = each == '\n' || each == '\r' || each == '\t' || each == ' ';
        if (!blank) {
            line += each;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (!line.empty() && line.back() == ' ') {
        line.pop_back();
    }
    return line;
}

std::string named(std::string_view name, const std::string& value) {
    return value.empty() ? std::string() : "\n" + std::string(name) + inOneLine(value);
}

/// The first `count` materials, numbered, and whether there are more: who believes that it is all he needs comes in vain.
std::string bring(const std::vector<std::string>& materials, std::size_t count) {
    if (materials.empty()) {
        return {};
    }
    if (count == 0) {
        return "\n" + std::string(kAsk);
    }
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += (i == 0 ? std::string() : std::string(kStop)) + std::to_string(i + 1) + "." + inOneLine(materials[i]);
    }
    return "\n" + std::string(kBring) + text + (count < materials.size() ? std::string(kMore) : std::string());
}

/// An answer that does not fit ends with dots.
std::string cut(const std::string& text, std::size_t most) {
    return utf8::length(text) <= most || most == 0 ? std::string(utf8::prefix(text, most))
                                                   : std::string(utf8::prefix(text, most - 1)) + "…";
}

}  // namespace

std::string messageKey(const TicketId& ticket, std::string_view id) { return ticket.text() + "/" + std::string(id); }

std::optional<TicketId> ticketOfMessage(std::string_view key) {
    const std::size_t stroke = key.find('/');
    const auto ticket = Uuid::parse(key.substr(0, stroke));
    const bool whole = stroke != std::string_view::npos && Uuid::parse(key.substr(stroke + 1)).has_value();
    return whole && ticket ? std::optional(TicketId{*ticket}) : std::nullopt;
}

std::string mobileNumber(std::string_view phone) {
    std::string digits;
    for (std::size_t i = 0; i < phone.size(); ++i) {
        const char each = phone[i];
        if (each >= '0' && each <= '9') {
            digits += each;
        } else if (each == '+' ? i != 0 : each != ' ' && each != '-') {
            return {};
        }
    }
    for (const std::string_view country : {"0086", "86"}) {
        if (digits.size() == 11 + country.size() && digits.starts_with(country)) {
            digits.erase(0, country.size());
        }
    }
    return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3' ? digits : std::string();
}

std::string mobileOf(const Caller& caller) {
    const std::string wanted = mobileNumber(caller.contactPhone);
    return wanted.empty() ? mobileNumber(caller.phone) : wanted;
}

bool isDiscreet(const Ticket& ticket) {
    return ticket.appealType == AppealType::report || ticket.secrecy == Secrecy::restricted;
}

std::string messageText(const ArticleText& article, std::size_t most) {
    const std::string head = inOneLine(article.title);
    const std::string answer = article.materials.empty() ? "\n" + inOneLine(article.answer) : std::string();
    const std::string where =
        named("地点：", article.place) + named("时间：", article.hours) + named("电话：", article.phone);
    const std::string more = named("时限：", article.timeLimit) + named("收费：", article.fee);
    for (const std::string& tail : {where + more, where}) {
        std::string whole = head + answer;
        whole.append(bring(article.materials, article.materials.size())).append(tail);
        if (utf8::length(whole) <= most) {
            return whole;
        }
    }
    for (std::size_t count = article.materials.size(); count > 0; --count) {
        std::string shorter = head;
        shorter.append(bring(article.materials, count - 1)).append(where);
        if (utf8::length(shorter) <= most) {
            return shorter;
        }
    }
    const std::size_t taken = utf8::length(head + where);
    return cut(head + cut(answer, taken < most ? most - taken : 0) + where, most);
}

std::string signedText(const std::string& signature, const std::string& text) { return "【" + signature + "】" + text; }

std::size_t messageParts(std::string_view signedText) {
    std::size_t units = utf8::length(signedText);
    for (const char each : signedText) {
        units += (static_cast<unsigned char>(each) & 0xF8U) == 0xF0U ? 1 : 0;  // two units beyond the first plane
    }
    return units <= kAlone ? 1 : (units + kJoined - 1) / kJoined;
}

Result<std::string> recipientOf(const Message& message, const Ticket* ticket, const std::vector<Unit>& units) {
    if (ticket != nullptr && isDiscreet(*ticket)) {
        return Error("message.discreet");
    }
    if (!message.toUnit.empty()) {
        const auto unit = std::find_if(units.begin(), units.end(),
                                       [&message](const Unit& each) { return each.code == message.toUnit; });
        std::string number = unit == units.end() || unit->disabled ? std::string() : mobileNumber(unit->phone);
        return number.empty() ? Result<std::string>(Error("message.noMobile", {{"number", message.toUnit.value}}))
                              : number;
    }
    if (ticket == nullptr) {
        return Error("ticket.unknown", {{"ticket", message.ticket.text()}});
    }
    std::string number = mobileOf(ticket->caller);
    return number.empty() ? Result<std::string>(Error("message.noMobile", {{"number", ticket->number}})) : number;
}

}  // namespace zhida::domain
