// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/rules_presenter.h"

#include "model/wire/rules_file.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

using Json = RulesDocument::Json;

constexpr qint64 kLargestFile = 4 << 20;

std::string compact(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json parsed(const std::string& text) {
    Json whole = Json::parse(text, nullptr, false);
    return whole.is_object() ? whole : Json::object();
}

domain::RulesVersion versionIn(const std::string& text) { return wire::readProcedure(text).rules.version; }

bool same(const Json& one, const Json& other) { return wire::changesBetween(one, other).empty(); }

}  // namespace

struct RulesPresenter::Read {
    std::string live;
    DirectoryPtr directory;
};

RulesPresenter::RulesPresenter(service::Desk& desk, DeskSignals& signals_, QObject* parent)
    : QObject(parent), m_desk(desk), m_draft(desk, "rules", "procedure/1", [this] { return draft(); }) {
    m_judge.setSingleShot(true);
    m_judge.setInterval(0);
    connect(&m_judge, &QTimer::timeout, this, &RulesPresenter::judge);
    connect(&m_document, &RulesDocument::valueChanged, this, &RulesPresenter::edited);
    connect(&m_document, &RulesDocument::structureChanged, this, &RulesPresenter::edited);
    connect(&m_draft, &DraftKeeper::saved, this, &RulesPresenter::draftKept);
    connect(&m_draft, &DraftKeeper::saveFailed, this, &RulesPresenter::failed);
    connect(&signals_, &DeskSignals::changed, this, [this](const service::ChangeSet& change) {
        if (m_ready && (change.reference || change.everything)) {
            ask(
                m_desk, this,
                [](service::DeskReader& reader) {
                    return Read{reader.procedure(), Directory::read(reader)};
                },
                [this](const Read& read) { onLive(read.live, read.directory); });
        }
    });
}

RulesPresenter::~RulesPresenter() { m_draft.flush(); }

void RulesPresenter::open() {
    ask(
        m_desk, this,
        [](service::DeskReader& reader) {
            return Read{reader.procedure(), Directory::read(reader)};
        },
        [this](const Read& read) { take(read); });
}

void RulesPresenter::take(const Read& read) {
    m_directory = read.directory;
    if (parsed(read.live).empty()) {
        emit failed(Error("procedure.notHere"));
        return;
    }
    startAt(read.live);
    m_ready = true;
    m_draft.find([this, live = read.live](const std::optional<service::Draft>& kept) {
        const Json draft = kept ? parsed(kept->fields) : Json::object();
        const Json base = parsed(draft.value("base", std::string()));
        const Json text = parsed(draft.value("text", std::string()));
        if (text.empty() || base.empty() || same(base, text)) {
            emit opened(std::nullopt);
            return;
        }
        m_baseText = base;
        m_base = versionIn(draft.value("base", std::string()));
        m_loading = true;
        m_document.load(compact(text));
        m_loading = false;
        judge();
        emit opened(kept->savedAt);
        onLive(live, m_directory);
    });
}

/// Nothing is changed yet; this is what the changes will start from.
void RulesPresenter::startAt(const std::string& live) {
    m_baseText = parsed(live);
    m_base = versionIn(live);
    m_newer.reset();
    m_loading = true;
    m_document.load(live);
    m_loading = false;
    judge();
}

void RulesPresenter::onLive(const std::string& text, const DirectoryPtr& directory) {
    m_directory = directory;
    const Json live = parsed(text);
    if (live.empty() || m_saving) {
        return;
    }
    const domain::RulesVersion version = versionIn(text);
    if (same(live, m_document.whole())) {
        const bool moved = version != m_base;
        m_base = version;
        m_baseText = live;
        m_newer.reset();
        if (moved) {
            m_draft.discard();
            emit judged();
        }
    } else if (same(m_baseText, m_document.whole())) {
        if (version.number >= m_base.number) {
            startAt(text);
        }
    } else if (version.number > m_base.number) {
        overtake(text);
    }
}

void RulesPresenter::overtake(const std::string& live) {
    m_newerText = parsed(live);
    m_newer = versionIn(live);
    emit overtaken();
}

void RulesPresenter::edited() {
    m_judge.start();
    if (!m_loading) {
        m_draft.touch();
    }
}

std::optional<std::string> RulesPresenter::draft() const {
    return same(m_baseText, m_document.whole())
               ? std::nullopt
               : std::optional(compact({{"base", compact(m_baseText)}, {"text", compact(m_document.whole())}}));
}

bool RulesPresenter::knows(std::string_view kind, const std::string& code) const {
    if (kind == "unit") {
        return std::any_of(m_directory->units().begin(), m_directory->units().end(),
                           [&](const domain::Unit& each) { return each.code.value == code; });
    }
    if (kind == "region") {
        return std::any_of(m_directory->regions().begin(), m_directory->regions().end(),
                           [&](const domain::Region& each) { return each.code.value.starts_with(code); });
    }
    for (const Json& own : m_document.whole().value("categories", Json::array())) {  // a pack brings them along
        if (own.is_object() && own.value("code", Json()).is_string() &&
            own["code"].get_ref<const std::string&>().starts_with(code)) {
            return true;
        }
    }
    return std::any_of(m_directory->categories().begin(), m_directory->categories().end(),
                       [&](const domain::Category& each) { return each.code.value.starts_with(code); });
}

void RulesPresenter::judge() {
    m_judge.stop();
    const std::string text = compact(m_document.whole());
    wire::ProcedureReading reading = wire::readProcedure(text);
    m_rules = std::move(reading.rules);
    std::vector<Error> wrong = std::move(reading.problems);
    if (wrong.empty()) {
        wrong = wire::unknownCodes(
            m_rules, [this](std::string_view kind, const std::string& code) { return knows(kind, code); }, text);
        std::vector<Error> forms = wire::changedForms(wire::readProcedure(compact(m_baseText)).rules, m_rules);
        wrong.insert(wrong.end(), forms.begin(), forms.end());
    }
    m_problems.clear();
    m_notices.clear();
    for (const Error& each : wrong) {
        m_problems.push_back(rulesProblem(each, m_rules));
    }
    for (const Error& each : reading.notices) {
        m_notices.push_back(rulesProblem(each, m_rules));
    }
    emit judged();
}

int RulesPresenter::problemsIn(const std::string& part) const {
    return static_cast<int>(std::count_if(m_problems.begin(), m_problems.end(), [&part](const RulesProblem& each) {
        return rulesPartOf(each.path) == part;
    }));
}

bool RulesPresenter::hasProblem(const std::string& path) const {
    return std::any_of(m_problems.begin(), m_problems.end(),
                       [&path](const RulesProblem& each) { return rulesPath::within(each.path, path); });
}

std::vector<wire::ProcedureChange> RulesPresenter::changes() const {
    return wire::changesBetween(m_baseText, m_document.whole());
}

// ---- saving --------------------------------------------------------------------------------------------------------

void RulesPresenter::save(const QString& why) {
    if (m_saving || !m_ready) {
        return;
    }
    judge();
    if (why.trimmed().isEmpty()) {
        emit failed(Error("text.missing", {{"field", "why"}}));
        return;
    }
    if (!m_problems.empty()) {
        emit failed(Error("procedure.problems", {{"count", std::to_string(m_problems.size())}}));
        return;
    }
    if (m_newer) {
        emit overtaken();
        return;
    }
    m_draft.flush();  // a refusal or a crash while saving must find the changes in the draft
    m_saving = true;
    emit savingChanged();
    Json with{{"text", m_document.text()}, {"why", s(why.trimmed())}};
    if (m_base.number != 0) {
        with["base"] = m_base.number;
    }
    administer(m_desk, this, "procedure.import", compact(with), [this](const Result<std::string>& answer) {
        m_saving = false;
        emit savingChanged();
        if (!answer) {
            onRefused(answer.error());
            return;
        }
        m_base.number = parsed(*answer).value("number", m_base.number);
        m_baseText = m_document.whole();
        m_draft.discard();
        emit judged();
        emit saved(static_cast<int>(m_base.number));
    });
}

void RulesPresenter::onRefused(const Error& error) {
    if (error.code != "procedure.stale") {
        emit failed(error);
        return;
    }
    administer(m_desk, this, "procedure.show", "{}", [this](const Result<std::string>& answer) {
        if (answer) {
            overtake(parsed(*answer).value("text", std::string()));
        } else {
            emit failed(answer.error());
        }
    });
}

void RulesPresenter::discard() {
    m_draft.discard();
    startAt(compact(m_newer ? m_newerText : m_baseText));
}

std::vector<RulesClash> RulesPresenter::clashes() const {
    return m_newer ? rulesClashes(m_baseText, m_document.whole(), m_newerText) : std::vector<RulesClash>();
}

void RulesPresenter::merge(const std::set<std::string>& takeTheirs) {
    if (!m_newer) {
        return;
    }
    const Json merged = mergedRules(m_baseText, m_document.whole(), m_newerText, takeTheirs);
    m_baseText = m_newerText;
    m_base = *m_newer;
    m_newer.reset();
    m_document.replace(compact(merged));
    judge();
}

// ---- files ---------------------------------------------------------------------------------------------------------

void RulesPresenter::startFrom(const QString& text) {
    Json next = parsed(s(text));
    if (next.empty()) {
        emit failed(Error("rules.syntax", {{"line", "1"}}));
        return;
    }
    const Json& own = m_document.whole();
    for (const char* kept : {"centre", "responsibilities", "version"}) {
        if (own.contains(kept) && (!next.contains(kept) || std::string_view(kept) != "responsibilities")) {
            next[kept] = own[kept];
        }
    }
    m_document.replace(compact(next));
}

Status RulesPresenter::importFrom(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return Error("file.notReadable", {{"file", s(name)}, {"reason", s(file.errorString())}});
    }
    const std::string text = file.read(kLargestFile).toStdString();
    const wire::ProcedureReading reading = wire::readProcedure(text);
    if (!reading.problems.empty() && !reading.problems.front().code.starts_with("rules.")) {
        return reading.problems.front();
    }
    Json next = Json::parse(text, nullptr, false);
    if (!next.is_object()) {
        return reading.problems.empty() ? Error("rules.syntax", {{"line", "1"}}) : reading.problems.front();
    }
    if (m_document.whole().contains("version")) {
        next["version"] = m_document.whole()["version"];  // the centre counts its own versions
    }
    m_document.replace(compact(next));
    return done();
}

void RulesPresenter::exportTo(const QString& file) {
    administer(m_desk, this, "procedure.export", "{}", [this, file](const Result<std::string>& answer) {
        Json procedure = m_document.whole();
        const Json pack = answer ? parsed(parsed(*answer).value("text", std::string())) : Json::object();
        if (pack.contains("categories") && !procedure.contains("categories")) {
            procedure["categories"] = pack["categories"];
        }
        procedure.erase("version");
        write(file, procedure);
    });
}

void RulesPresenter::write(const QString& name, const Json& procedure) {
    QSaveFile file(name);
    const QByteArray text = QByteArray::fromStdString(wire::prettyProcedure(procedure));
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) {
        emit exported(name);
    } else {
        emit failed(Error("file.notWritable", {{"file", s(name)}, {"reason", s(file.errorString())}}));
    }
}

}  // namespace zhida::ui
