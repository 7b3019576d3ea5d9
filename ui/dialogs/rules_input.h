// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rules_document.h"
#include "ui/support/directory.h"

#include <QWidget>

#include <functional>

namespace zhida::ui {

/// The widget for one field of a procedure file that is not a list of records, by its type.
struct RulesInput {
    QWidget* widget = nullptr;
    std::function<void(const RulesDocument::Json* value)> show;  ///< nullptr: left out
};

/// null takes the field out of the file.
using RulesWrite = std::function<void(RulesDocument::Json value)>;

RulesInput makeRulesInput(const RulesField& field, const DirectoryPtr& directory, RulesWrite write);

/// "08:30-12:00, 13:30-17:30" -> [["08:30","12:00"],["13:30","17:30"]]; what cannot be read stays as it was typed, so that the
/// checks can name it.
RulesDocument::Json periodsFrom(const QString& text);
QString periodsText(const RulesDocument::Json& periods);

}  // namespace zhida::ui
