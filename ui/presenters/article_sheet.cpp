// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/article_sheet.h"

#include "ui/support/text.h"

#include <QStringList>

namespace zhida::ui {

namespace {

/// As it is written, line by line.
QString written(const std::string& text) {
    return q(text).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

}  // namespace

QString ArticleSheet::section(const QString& title, const QString& body) {
    return body.isEmpty()
               ? QString()
               : QStringLiteral("<h3 style='margin:14px 0 4px 0'>%1</h3>%2").arg(title.toHtmlEscaped(), body);
}

/// `mark`: before each, with %1 for its number.
QString ArticleSheet::list(const std::vector<std::string>& items, const QString& mark) {
    QString html;
    int number = 0;
    for (const std::string& each : items) {
        ++number;
        const QString before = mark.contains(QLatin1String("%1")) ? mark.arg(number) : mark;
        html += QStringLiteral("<p style='margin:2px 0'>%1%2</p>").arg(before, written(each));
    }
    return html;
}

QString ArticleSheet::facts(const domain::Article& article) {
    QString rows;
    const auto add = [&rows](const QString& name, const std::string& value) {
        if (!value.empty()) {
            rows += QStringLiteral("<tr><td style='padding:2px 12px 2px 0'><b>%1</b></td><td>%2</td></tr>")
                        .arg(name.toHtmlEscaped(), written(value));
        }
    };
    add(tr("Time limit"), article.timeLimit);
    add(tr("Fee"), article.fee);
    add(tr("Place"), article.place);
    add(tr("Hours"), article.hours);
    add(tr("Telephone"), article.phone);
    return rows.isEmpty() ? QString() : QStringLiteral("<table>%1</table>").arg(rows);
}

QString ArticleSheet::basis(const domain::Article& article) {
    QString html;
    for (const domain::LegalBasis& each : article.basis) {
        html += QStringLiteral("<p style='margin:2px 0'>《%1》%2 %3</p>")
                    .arg(q(each.name).toHtmlEscaped(), q(each.number).toHtmlEscaped(), q(each.clause).toHtmlEscaped());
    }
    return html;
}

QString ArticleSheet::html(const domain::Article& article, const Directory& directory, Day today) {
    QString sheet = QStringLiteral("<h2 style='margin:0 0 2px 0'>%1</h2>").arg(q(article.title).toHtmlEscaped());
    if (!article.unit.empty()) {
        sheet += QStringLiteral("<p style='margin:0'>%1</p>").arg(directory.unitName(article.unit).toHtmlEscaped());
    }
    sheet += section(tr("Answer"),
                     QStringLiteral("<p style='line-height:150%;margin:2px 0'>%1</p>").arg(written(article.answer)));
    sheet += section(tr("Who can apply"), list(article.conditions, QStringLiteral("• ")));
    sheet += section(tr("What to bring"), list(article.materials, QStringLiteral("□ %1. ")));
    sheet += section(tr("What happens"), list(article.steps, QStringLiteral("%1. ")));
    sheet += section(tr("When, where, how much"), facts(article));
    sheet += section(tr("Basis"), basis(article));
    QStringList foot{tr("Version %1, printed on %2").arg(article.version).arg(dayText(today))};
    if (!article.validTo.empty()) {
        foot << tr("valid until %1").arg(q(article.validTo));
    }
    foot << tr("it may have changed since: ask 12345 before you set out");
    return sheet +
           QStringLiteral("<hr><p style='margin:2px 0'><small>%1</small></p>").arg(foot.join(tr("; ")).toHtmlEscaped());
}

}  // namespace zhida::ui
