// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/article_text.h"

#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>
#include <utility>

namespace zhida::ui {
namespace {

struct ArticleWords {
    Q_DECLARE_TR_FUNCTIONS(ArticleText)
};

QString lawText(const wire::Json& law) {
    const auto part = [&law](const char* name) { return q(law.value(name, std::string())); };
    return QStringLiteral("《%1》%2 %3").arg(part("name"), part("number"), part("clause")).trimmed();
}

/// The lines that a person would see of a value.
QStringList linesOf(const std::string& field, const wire::Json& value, const Directory& directory) {
    QStringList lines;
    if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
        const auto text = value.get<std::string>();
        lines << (field == "region"     ? directory.regionPath(RegionCode{text})
                  : field == "category" ? directory.categoryPath(CategoryCode{text})
                                        : q(text));
    } else if (value.is_array()) {
        for (const wire::Json& each : value) {
            lines << (each.is_object() ? lawText(each) : q(each.get<std::string>()));
        }
    } else if (value.is_object()) {
        for (const auto& [name, each] : value.items()) {
            if (const QString text = each.is_string() ? q(each.get<std::string>()) : QString(); !text.isEmpty()) {
                lines << words::ofField(name) + QStringLiteral(": ") + text;
            }
        }
    }
    return lines;
}

QStringList without(const QStringList& lines, QStringList others) {
    QStringList rest;
    for (const QString& each : lines) {
        if (const auto at = others.indexOf(each); at >= 0) {
            others.removeAt(at);
        } else {
            rest << each;
        }
    }
    return rest;
}

QString marked(const QString& text, const QColor& ground) {
    return text.isEmpty() ? QString()
                          : QStringLiteral("<span style='background:%1;font-weight:bold'>%2</span>")
                                .arg(ground.name(), text.toHtmlEscaped());
}

/// `text` with what `other` does not share in the middle marked.
QString against(const QString& text, const QString& other, const QColor& ground) {
    const auto most = std::min(text.size(), other.size());
    qsizetype head = 0;
    while (head < most && text[head] == other[head]) {
        ++head;
    }
    head -= head > 0 && head < text.size() && text[head].isLowSurrogate() ? 1 : 0;
    qsizetype tail = 0;
    while (tail < most - head && text[text.size() - 1 - tail] == other[other.size() - 1 - tail]) {
        ++tail;
    }
    tail -= tail > 0 && text[text.size() - tail].isLowSurrogate() ? 1 : 0;
    return text.left(head).toHtmlEscaped() + marked(text.mid(head, text.size() - head - tail), ground) +
           text.right(tail).toHtmlEscaped();
}

QString line(const QString& sign, const QColor& ink, const QString& html) {
    return QStringLiteral("<p style='margin:0 0 4px 0;line-height:140%'><span style='color:%1'>%2</span> %3</p>")
        .arg(ink.name(), sign, html);
}

QString changeHtml(const wire::TextChange& change, const Directory& directory) {
    const QStringList before = linesOf(change.field, change.before, directory);
    const QStringList after = linesOf(change.field, change.after, directory);
    const QStringList gone = without(before, after);
    const QStringList come = without(after, before);
    QString html =
        QStringLiteral("<p style='margin:8px 0 4px 0'><b>%1</b></p>").arg(words::ofField(change.field).toHtmlEscaped());
    if (gone.isEmpty() && come.isEmpty()) {
        return html + line(QStringLiteral("↕"), theme().muted, ArticleWords::tr("only the order").toHtmlEscaped());
    }
    for (qsizetype i = 0; i < std::max(gone.size(), come.size()); ++i) {
        if (i < gone.size()) {
            html += line(QStringLiteral("−"), theme().red, against(gone[i], come.value(i), theme().redSoft));
        }
        if (i < come.size()) {
            html += line(QStringLiteral("+"), theme().green, against(come[i], gone.value(i), theme().greenSoft));
        }
    }
    return html;
}

}  // namespace

QString changesHtml(const std::vector<wire::TextChange>& changes, const Directory& directory) {
    QString html;
    for (const wire::TextChange& each : changes) {
        html += changeHtml(each, directory);
    }
    return html.isEmpty() ? QStringLiteral("<p>%1</p>").arg(ArticleWords::tr("The texts are the same.").toHtmlEscaped())
                          : html;
}

QJsonObject valuesOf(const domain::ArticleText& text, UtcOffset offset) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(wire::toJson(text, offset).dump())).object();
}

QJsonObject valuesOfQuestion(const QString& question) {
    return {{QStringLiteral("title"), question},
            {QStringLiteral("questions"), QJsonArray{question}},
            {QStringLiteral("reviewDays"), QString::number(domain::kReviewDays)}};
}

QString trustText(domain::Trust trust) {
    using enum domain::Trust;
    const char16_t shape = trust == verified ? u'✓' : trust == due ? u'▲' : trust == unverified ? u'○' : u'■';
    return QString(QChar(shape)) + QLatin1Char(' ') + words::of(trust);
}

Light trustLight(domain::Trust trust) {
    using enum domain::Trust;
    return trust == verified     ? Light::green
           : trust == due        ? Light::amber
           : trust == unverified ? Light::grey
                                 : Light::red;
}

QString trustNote(const domain::Article& article, const Directory& directory, UtcOffset offset) {
    if (!article.verifiedAt) {
        return {};
    }
    const QString on = dayText(localDay(*article.verifiedAt, offset));
    const QString who = directory.userName(article.verifiedBy);
    return article.reviewOn.empty()
               ? ArticleWords::tr("verified by %1 on %2").arg(who, on)
               : ArticleWords::tr("verified by %1 on %2, next review %3").arg(who, on, q(article.reviewOn));
}

QString lintText(const domain::LintMark& mark) {
    const std::string field = mark.field.substr(mark.field.rfind('.') + 1);
    QString text = (mark.severity == domain::Severity::red ? QStringLiteral("■ ") : QStringLiteral("▲ ")) +
                   words::ofField(field) + QStringLiteral(": ") + words::ofLint(mark.rule);
    if (!mark.words.empty() && mark.words.size() < 80) {
        text += QStringLiteral(" “%1”").arg(q(mark.words));
    }
    return text;
}

QString articleErrorText(const Error& error, const Directory& directory, Instant now, UtcOffset offset) {
    Error told = error;
    for (auto& [name, value] : told.args) {
        if (name == "by" || name == "user") {
            value = s(directory.userName(UserCode{value}));
        } else if (name == "unit") {
            const QString unit = directory.unitName(UnitCode{value});
            value = s(unit.isEmpty() ? ArticleWords::tr("the centre") : unit);
        } else if (name == "at" && !value.empty()) {
            value = s(momentText(Instant{std::stoll(value)}, now, offset));
        }
    }
    return words::ofError(told);
}

QString stepText(const domain::ArticleStep& step, const Directory& directory, Instant now, UtcOffset offset) {
    const QString why = step.why.empty() ? QString() : QStringLiteral(": ") + q(step.why);
    return QStringLiteral("%1  %2  %3%4")
        .arg(momentText(step.at, now, offset), words::ofArticleStep(step.act), directory.userName(step.user), why);
}

}  // namespace zhida::ui
