// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules.h"
#include "ui/support/text.h"

#include <QString>

#include <algorithm>
#include <string_view>

namespace zhida::ui {

/// The name that the rules give something: reasons, posts, levels, forms.
template <class T>
QString nameIn(const T& coded, bool chinese) {
    return q(chinese || coded.en.empty() ? coded.zh : coded.en);
}

/// The same of a code in a list; the code itself when the list does not know it (any more).
template <class List>
QString nameIn(const List& list, std::string_view code, bool chinese) {
    const auto found = std::find_if(list.begin(), list.end(), [code](const auto& each) { return each.code == code; });
    return found == list.end() ? q(code) : nameIn(*found, chinese);
}

/// Why something was asked for: a code of the list for that kind, or a person's own words.
inline QString requestReason(const domain::Rules& rules, domain::RequestKind kind, std::string_view code,
                             bool chinese) {
    switch (kind) {
        case domain::RequestKind::refusal:
            return nameIn(rules.refusalReasons, code, chinese);
        case domain::RequestKind::extension:
            return nameIn(rules.extensionReasons, code, chinese);
        case domain::RequestKind::suspension:
            return nameIn(rules.suspensionReasons, code, chinese);
        default:
            return q(code);
    }
}

inline QString levelName(const domain::Rules& rules, std::string_view ladder, std::string_view level, bool chinese) {
    const domain::Ladder* known = rules.ladder(ladder);
    return known == nullptr ? q(level) : nameIn(known->levels, level, chinese);
}

inline QString resultName(const domain::Rules& rules, std::string_view ladder, std::string_view level,
                          std::string_view result, bool chinese) {
    const domain::Ladder* known = rules.ladder(ladder);
    if (known != nullptr) {
        for (const domain::LadderLevel& each : known->levels) {
            if (each.code == level) {
                return nameIn(each.results, result, chinese);
            }
        }
    }
    return q(result);
}

}  // namespace zhida::ui
