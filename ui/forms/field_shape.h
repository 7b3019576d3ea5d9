// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhida::ui {

struct FormOption {
    QString code;
    QString text;
};

enum class FieldKind : std::uint8_t {
    line,
    text,
    truth,   ///< yes or no, one of them
    option,  ///< one of `options`
    unit,
    units,
    user,
    category,
    region,
    ticket,
    moment,
    term,  ///< "5wd"
    number,
    form,
    parts,
    lines,  ///< a list of texts
    laws,   ///< a list of legal bases
    facts,  ///< what an implementation list says of a service
};

/// A field of a command as an input must know it.
struct FieldShape {
    QString name;
    FieldKind kind = FieldKind::line;
    bool required = false;
    bool maybe = false;                    ///< may stay unanswered, which is not the same as no
    std::vector<FormOption> options = {};  ///< of an enum, in words
};

/// Out of the own list of fields of a command on a ticket or on a record: no form can forget one. Empty for another name.
std::vector<FieldShape> fieldsOfCommand(std::string_view command);

}  // namespace zhida::ui
