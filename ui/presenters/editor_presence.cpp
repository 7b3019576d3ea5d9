// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/editor_presence.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace zhida::ui {
namespace {

constexpr const char* kOperation = "presence.editing";

}  // namespace

EditorPresence::EditorPresence(service::Desk& desk, std::string article, QObject* parent)
    : QObject(parent), m_desk(desk), m_article(std::move(article)) {
    m_timer.setInterval(kEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &EditorPresence::say);
    m_timer.start();
    say();
}

EditorPresence::~EditorPresence() {
    m_desk.sync().administer(kOperation, words(false), [](const Result<std::string>&) {});
}

std::string EditorPresence::words(bool editing) const {
    const QJsonObject with{{QStringLiteral("article"), q(m_article)}, {QStringLiteral("editing"), editing}};
    return QJsonDocument(with).toJson(QJsonDocument::Compact).toStdString();
}

void EditorPresence::say() {
    administer(m_desk, this, kOperation, words(true),
               [this](const Result<std::string>& answer) { hear(answer ? *answer : std::string()); });
}

void EditorPresence::hear(const std::string& answer) {
    std::vector<Other> others;
    const QJsonArray rows =
        QJsonDocument::fromJson(QByteArray::fromStdString(answer)).object().value(QStringLiteral("others")).toArray();
    for (const auto& each : rows) {
        const QJsonObject row = each.toObject();
        others.push_back({UserCode{s(row.value(QStringLiteral("user")).toString())},
                          Instant{static_cast<std::int64_t>(row.value(QStringLiteral("since")).toDouble())}});
    }
    if (std::exchange(m_others, others) != others) {
        emit changed();
    }
}

}  // namespace zhida::ui
