// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/rules_history.h"

#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <nlohmann/json.hpp>

#include <QStringList>

#include <utility>

namespace zhida::ui {
namespace {

using Answer = nlohmann::json;

Answer answered(const std::string& text) {
    Answer read = Answer::parse(text, nullptr, false);
    return read.is_object() ? read : Answer::object();
}

QString textIn(const Answer& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? q(found->get_ref<const std::string&>()) : QString();
}

std::vector<wire::ProcedureChange> changesIn(const Answer& answer) {
    std::vector<wire::ProcedureChange> changes;
    for (const Answer& each : answer.value("changes", Answer::array())) {
        changes.push_back({each.value("path", ""), each.value("before", Answer()), each.value("after", Answer())});
    }
    return changes;
}

}  // namespace

void RulesHistory::load() {
    administer(m_desk, this, "procedure.list", "{}", [this](const Result<std::string>& answer) {
        if (!answer) {
            emit failed(answer.error());
            return;
        }
        const Answer all = answered(*answer);
        m_versions.clear();
        m_packs.clear();
        for (const Answer& each : all.value("versions", Answer::array())) {
            m_versions.push_back(
                {each.value("number", 0), textIn(each, "since"), textIn(each, "by"), textIn(each, "why")});
        }
        for (const Answer& each : all.value("packs", Answer::array())) {
            QStringList sources;
            for (const Answer& source : each.value("sources", Answer::array())) {
                sources << textIn(source, "name");
            }
            m_packs.push_back({textIn(each, "code"), textIn(each, "name"), textIn(each, "nameEn"),
                               sources.join(QStringLiteral("；"))});
        }
        emit loaded();
    });
}

void RulesHistory::show(const std::string& arguments, std::function<void(const std::string&)> then) {
    administer(m_desk, this, "procedure.show", arguments,
               [this, then = std::move(then)](const Result<std::string>& answer) {
                   if (answer) {
                       then(answered(*answer).value("text", std::string()));
                   } else {
                       emit failed(answer.error());
                   }
               });
}

void RulesHistory::compare(int number) {
    m_asked = number;
    int before = 0;
    for (const Version& each : m_versions) {
        before = each.number < number && each.number > before ? each.number : before;
    }
    if (before == 0) {
        emit compared(number, {});
        return;
    }
    show(Answer{{"number", number}}.dump(), [this, number, before](const std::string& text) {
        show(Answer{{"number", before}}.dump(), [this, number, text](const std::string& older) {
            if (number == m_asked) {
                emit compared(number, wire::changesBetween(answered(older), answered(text)));
            }
        });
    });
}

void RulesHistory::compareWithLive(int number) {
    m_asked = number;
    administer(m_desk, this, "procedure.diff", Answer{{"number", number}}.dump(),
               [this, number](const Result<std::string>& answer) {
                   if (!answer) {
                       emit failed(answer.error());
                   } else if (number == m_asked) {
                       emit compared(number, changesIn(answered(*answer)));
                   }
               });
}

void RulesHistory::readVersion(int number) {
    show(Answer{{"number", number}}.dump(), [this](const std::string& text) { emit textRead(q(text)); });
}

void RulesHistory::readPack(const QString& code) {
    show(Answer{{"pack", s(code)}}.dump(), [this](const std::string& text) { emit textRead(q(text)); });
}

}  // namespace zhida::ui
