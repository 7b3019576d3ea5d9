// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rules_merge.h"
#include "ui/presenters/draft_keeper.h"
#include "ui/presenters/rules_parts.h"
#include "ui/support/desk_signals.h"

#include <QTimer>

#include <optional>
#include <set>

namespace zhida::ui {

/// An administrator changes the centre's work method: what is on the screen is judged with every change by the checks of an
/// import, is kept as a draft, and becomes a version only by save(), with a reason and with a line.
class RulesPresenter : public QObject {
    Q_OBJECT

public:
    RulesPresenter(service::Desk& desk, DeskSignals& signals_, QObject* parent = nullptr);
    /// Keeps what is not kept yet.
    ~RulesPresenter() override;
    RulesPresenter(const RulesPresenter&) = delete;
    RulesPresenter& operator=(const RulesPresenter&) = delete;

    /// Reads the rules of this desk and a draft: opened().
    void open();
    [[nodiscard]] RulesDocument& document() { return m_document; }
    [[nodiscard]] const DirectoryPtr& directory() const { return m_directory; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool saving() const { return m_saving; }

    /// The version that the changes start from, and what they are.
    [[nodiscard]] const domain::RulesVersion& base() const { return m_base; }
    [[nodiscard]] std::vector<wire::ProcedureChange> changes() const;
    [[nodiscard]] bool changed() const { return !changes().empty(); }

    /// The rules on the screen, as far as they can be read.
    [[nodiscard]] const domain::Rules& rules() const { return m_rules; }
    [[nodiscard]] const std::vector<RulesProblem>& problems() const { return m_problems; }
    [[nodiscard]] const std::vector<RulesProblem>& notices() const { return m_notices; }
    [[nodiscard]] int problemsIn(const std::string& part) const;
    [[nodiscard]] bool hasProblem(const std::string& path) const;

    /// A new version of the centre's rules. Errors by failed(); when somebody was quicker, overtaken().
    void save(const QString& why);
    /// Back to the live version; the draft goes.
    void discard();

    /// Another file in place of the one on the screen; the centre's own name, region and duties stay. One step back undoes it.
    void startFrom(const QString& text);
    Status importFrom(const QString& file);
    /// With the centre's categories when there is a line.
    void exportTo(const QString& file);

    /// The newer version of somebody else, while ours is still unsaved.
    [[nodiscard]] const std::optional<domain::RulesVersion>& newer() const { return m_newer; }
    [[nodiscard]] std::vector<RulesClash> clashes() const;
    /// Goes on from the newer version, with our changes on top. Nothing is saved by it.
    void merge(const std::set<std::string>& takeTheirs);

signals:
    /// `draftOf`: when the draft that came back was kept.
    void opened(std::optional<zhida::Instant> draftOf);
    void judged();
    void draftKept();
    void overtaken();
    void saved(int version);
    void exported(const QString& file);
    void savingChanged();
    void failed(const zhida::Error& error);

private:
    struct Read;
    void take(const Read& read);
    void onLive(const std::string& text, const DirectoryPtr& directory);
    void startAt(const std::string& live);
    void overtake(const std::string& live);
    void edited();
    void judge();
    void onRefused(const Error& error);
    void write(const QString& file, const RulesDocument::Json& procedure);
    [[nodiscard]] std::optional<std::string> draft() const;
    [[nodiscard]] bool knows(std::string_view kind, const std::string& code) const;

    service::Desk& m_desk;
    RulesDocument m_document;
    DraftKeeper m_draft;
    DirectoryPtr m_directory = std::make_shared<Directory>();
    RulesDocument::Json m_baseText = RulesDocument::Json::object();
    domain::RulesVersion m_base;
    RulesDocument::Json m_newerText;
    std::optional<domain::RulesVersion> m_newer;
    domain::Rules m_rules;
    std::vector<RulesProblem> m_problems, m_notices;
    QTimer m_judge;
    bool m_ready = false;
    bool m_saving = false;
    bool m_loading = false;
};

}  // namespace zhida::ui
