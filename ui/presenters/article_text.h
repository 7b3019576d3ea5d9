// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/article_lint.h"
#include "model/wire/record_json.h"
#include "ui/support/directory.h"
#include "ui/support/theme.h"

#include <QJsonObject>
#include <QString>

#include <vector>

/// What a person reads of an article's life.
namespace zhida::ui {

/// What differs between two texts, for reading: what went, what came, and within a sentence the words that differ.
QString changesHtml(const std::vector<wire::TextChange>& changes, const Directory& directory);

/// A text as the values of a form.
QJsonObject valuesOf(const domain::ArticleText& text, UtcOffset offset);

/// Of a new draft that begins with what people ask.
QJsonObject valuesOfQuestion(const QString& question);

/// "✓ Verified": shape, words and colour of a trust mark.
QString trustText(domain::Trust trust);
Light trustLight(domain::Trust trust);
/// "by An Ruokang until 2027-05-01"; empty when nobody has vouched for it.
QString trustNote(const domain::Article& article, const Directory& directory, UtcOffset offset);

/// "▲ Telephone: a telephone without its area code “8812345”".
QString lintText(const domain::LintMark& mark);

/// words::ofError() with names of people and units and the time on the clock.
QString articleErrorText(const Error& error, const Directory& directory, Instant now, UtcOffset offset);

/// One step of the log: "11-28 10:32  An Ruokang  Sent back: the fee is missing".
QString stepText(const domain::ArticleStep& step, const Directory& directory, Instant now, UtcOffset offset);

}  // namespace zhida::ui
