// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of the review desk: an article revised, with a mistake in it, reported from a call, due, and its versions.
#include "ui/dialogs/act_dialog.h"
#include "ui/dialogs/article_editor.h"
#include "ui/dialogs/article_versions.h"
#include "ui/dialogs/article_view.h"
#include "ui/dialogs/articles_dialog.h"
#include "ui/forms/form.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_gallery.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <QApplication>
#include <QTabWidget>

#include <utility>

namespace zhida::ui {
namespace {

/// Says what the price list says today, and forgets the area code.
void reviseFirst(service::Desk& desk, QObject* owner, const UnitCode& unit) {
    ask(
        desk, owner,
        [unit](service::DeskReader& reader) -> std::optional<domain::Article> {
            for (domain::Article& each : knownArticles(reader)) {
                if (each.unit == unit && !each.withdrawn) {
                    return std::move(each);
                }
            }
            return std::nullopt;
        },
        [&desk](const std::optional<domain::Article>& article) {
            if (!article) {
                return;
            }
            domain::DraftArticle draft;
            draft.text() = article->text();
            draft.answer += "周六上午也开。";
            draft.fee = "免费，费用由财政承担";
            draft.phone = "8812345";
            draft.basedOn = article->version;
            draft.why = "服务时间有变，收费说明精简";
            desk.submit(service::RecordSubmission{article->key, std::move(draft), std::nullopt, {}},
                        [](const auto&) {});
            domain::ReportArticle report{"来电人说周六上午也能体检，条目没写", article->version, {}};
            desk.submit(service::RecordSubmission{article->key, std::move(report), std::nullopt, {}},
                        [](const auto&) {});
        });
}

}  // namespace

void ScreenGallery::buildKnowledgeSteps() {
    const QString& user = m_options.specialist;
    const auto at = [this, user](const QString& name, std::function<void(ArticlesDialog&)> act) {
        m_steps.push_back({user, name, [this, act = std::move(act)]() -> QWidget* {
                               act(*m_window->findChild<ArticlesDialog*>());
                               return dialog();
                           }});
    };
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           reviseFirst(*m_desk, m_window.get(), m_desk->user().unit);
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("articles-draft"), [this]() -> QWidget* {
                           m_window->run(ActionId::articles);
                           return dialog();
                       }});
    at(QStringLiteral("articles-tasks"), [](ArticlesDialog& desk) { desk.chooseFilter(ArticleFilter::tasks); });
    at(QStringLiteral("articles-empty"), [](ArticlesDialog& desk) { desk.chooseFilter(ArticleFilter::centreReview); });
    at(QStringLiteral("articles-all"), [](ArticlesDialog& desk) {
        desk.chooseFilter(ArticleFilter::all);
        desk.chooseRow(1);
        desk.view().tabs().setCurrentWidget(&desk.view().versions());
    });
    at({}, [](ArticlesDialog& desk) {
        desk.chooseFilter(ArticleFilter::mine);
        desk.chooseRow(0);
    });
    at(QStringLiteral("article-editor"), [](ArticlesDialog& desk) { desk.perform(domain::DraftArticle::kName); });
    at({}, [this](ArticlesDialog&) { dialog()->close(); });
    at(QStringLiteral("article-submit"), [](ArticlesDialog& desk) { desk.perform(domain::SubmitArticle::kName); });
    at({}, [this](ArticlesDialog& desk) {
        dialog()->close();
        desk.close();
    });
    addDialog(m_options.callTaker, QStringLiteral("article-report"), ActionId::reportArticle);
    buildMessageSteps();
    buildCampaignSteps();
}

/// A message out of the article in front, as it is written, and in the history of its ticket.
void ScreenGallery::buildMessageSteps() {
    const QString& user = m_options.callTaker;
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           openFirst(domain::TicketState::registered);
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           m_window->run(ActionId::sendMessage);
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("message"), [this]() -> QWidget* { return dialog(); }});
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           if (auto* open = qobject_cast<ActDialog*>(dialog())) {
                               open->form().send(false);
                           }
                           return nullptr;
                       }});
    m_steps.push_back({user, QStringLiteral("message-history"), [] { return nullptr; }});
}

}  // namespace zhida::ui
