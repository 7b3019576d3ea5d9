// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/rules_words.h"

#include "ui/support/rules_words_table.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace zhida::ui::words {
namespace {

const char* wordIn(std::span<const RulesWord> table, std::string_view key) {
    const auto found =
        std::find_if(table.begin(), table.end(), [key](const RulesWord& each) { return each.key == key; });
    return found == table.end() ? nullptr : found->source;
}

/// The words of the longest end of the path that has any.
const char* fieldWord(std::string_view path) {
    while (true) {
        if (const char* const word = wordIn(rulesFieldTable(), path)) {
            return word;
        }
        const std::size_t dot = path.find('.');
        if (dot == std::string_view::npos) {
            return nullptr;
        }
        path.remove_prefix(dot + 1);
    }
}

template <class E>
std::optional<QString> wordOf(std::string_view code) {
    const auto value = enumFrom<E>(code);
    return value ? std::optional(of(*value)) : std::nullopt;
}

/// Lists of codes that the rest of the window has words for.
std::optional<QString> sharedWord(std::string_view field, std::string_view code) {
    if (field == "appealType" || field == "appealTypes") {
        return wordOf<domain::AppealType>(code);
    }
    if (field == "urgency" || field == "urgencies") {
        return wordOf<domain::Urgency>(code);
    }
    if (field == "channel" || field == "channels") {
        return wordOf<domain::Channel>(code);
    }
    if (field == "role") {
        return wordOf<domain::Role>(code);
    }
    if (field == "whenSolved") {
        return wordOf<domain::Solved>(code);
    }
    return field == "whenSatisfied" ? wordOf<domain::Satisfied>(code) : std::nullopt;
}

std::optional<QString> codeWord(std::string_view field, std::string_view code) {
    const char* const word = wordIn(rulesCodeTable(), std::string(field) + "." + std::string(code));
    return word == nullptr ? sharedWord(field, code) : QCoreApplication::translate("Rules", word);
}

}  // namespace

std::string withoutIndices(std::string_view path) {
    std::string plain;
    bool inside = false;
    for (const char sign : path) {
        inside = sign == '[' || (inside && sign != ']');
        if (!inside && sign != ']') {
            plain += sign;
        }
    }
    return plain;
}

QString ofRulesField(std::string_view path) {
    const std::string plain = withoutIndices(path);
    const char* const word = fieldWord(plain);
    return word == nullptr ? q(plain.substr(plain.rfind('.') + 1)) : QCoreApplication::translate("Rules", word);
}

bool knowsRulesField(std::string_view path) { return fieldWord(withoutIndices(path)) != nullptr; }

QString ofRulesCode(std::string_view field, std::string_view code) { return codeWord(field, code).value_or(q(code)); }

bool knowsRulesCode(std::string_view field, std::string_view code) { return codeWord(field, code).has_value(); }

QString ofRulesPlace(std::string_view path) {
    QString place;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string_view step = path.substr(begin, end - begin);
        place += (place.isEmpty() ? QString() : QStringLiteral(" › ")) + ofRulesField(path.substr(0, end));
        for (std::size_t at = step.find('['); at != std::string_view::npos; at = step.find('[', at + 1)) {
            const int index = q(step.substr(at + 1, step.find(']', at) - at - 1)).toInt();
            place += QStringLiteral(" ") + QString::number(index + 1);
        }
        begin = end + 1;
    }
    return place;
}

QString ofTerm(std::string_view text) {
    const auto term = domain::parseTerm(text);
    return term ? of(*term) : q(text);
}

QString ofSegment(const domain::Segment& segment) {
    const std::string& why = segment.reason;
    if (why == "received") {
        return QCoreApplication::translate("Rules", "Day of receipt, not counted");
    }
    if (why == "dueDay") {
        return QCoreApplication::translate("Rules", "Rest of the due day");
    }
    if (why == "weekend") {
        return QCoreApplication::translate("Rules", "Weekend");
    }
    if (why == "closed") {
        return QCoreApplication::translate("Rules", "Outside office hours");
    }
    if (why == "paused") {
        return QCoreApplication::translate("Rules", "Paused");
    }
    if (segment.counted) {
        return why.empty() ? QCoreApplication::translate("Rules", "Counted")
                           : QCoreApplication::translate("Rules", "Counted, made up for %1").arg(q(why));
    }
    return q(why);
}

}  // namespace zhida::ui::words
