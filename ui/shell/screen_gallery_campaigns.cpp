// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of a campaign: who relied on a document, and who of them has been phoned.
#include "ui/dialogs/campaign_start_dialog.h"
#include "ui/dialogs/campaigns_dialog.h"
#include "ui/dialogs/gaps_dialog.h"
#include "ui/forms/form.h"
#include "ui/shell/main_window.h"
#include "ui/shell/screen_gallery.h"
#include "ui/support/ask.h"
#include "ui/support/text.h"

#include <array>
#include <utility>

namespace zhida::ui {
namespace {

constexpr std::string_view kArticleKey = "a0001";  ///< the health certificate
constexpr const char* kDocument = "国发〔1987〕24号";

void answerOne(service::Desk& desk, QObject* owner, const char* title, const domain::Article& article) {
    domain::RegisterTicket facts;
    facts.title = facts.content = title;
    facts.appealType = domain::AppealType::consult;
    facts.callerPhone = "19900003173";
    domain::AnswerDirectly answer{article.answer, article.key, article.version};
    answer.basis = article.basis;
    desk.submit(service::Submission{std::nullopt, std::move(facts), {}},
                guarded(owner, [&desk, answer = std::move(answer)](const Result<service::Submitted>& made) {
                    if (made) {
                        desk.submit(service::Submission{made->ticket, answer, {}}, [](const auto&) {});
                    }
                }));
}

/// Four callers who were told how a health certificate is got; once in the life of a desk.
void answerSome(service::Desk& desk, QObject* owner) {
    ask(
        desk, owner,
        [](service::DeskReader& reader) {
            const bool first = reader.records(domain::kCampaignKind, {}).empty();
            return first ? reader.article(kArticleKey) : std::nullopt;
        },
        [&desk, owner](const std::optional<domain::Article>& article) {
            static constexpr std::array kTitles{"咨询省庄镇办理健康证", "饭店新员工怎样办健康证",
                                                "健康证体检当天能否取证", "咨询健康证收费和所需证件"};
            for (const char* title : kTitles) {
                if (article) {
                    answerOne(desk, owner, title, *article);
                }
            }
        });
}

}  // namespace

void ScreenGallery::buildCampaignSteps() {
    const QString& user = m_options.supervisor;
    const auto at = [this, user](const QString& name, std::function<void(CampaignsDialog&)> act) {
        m_steps.push_back({user, name, [this, act = std::move(act)]() -> QWidget* {
                               act(*m_window->findChild<CampaignsDialog*>());
                               return dialog();
                           }});
    };
    const auto start = [this] { return m_window->findChild<CampaignStartDialog*>(); };
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           answerSome(*m_desk, m_window.get());
                           return nullptr;
                       }});
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           m_window->run(ActionId::campaigns);
                           return nullptr;
                       }});
    at({}, [](CampaignsDialog& desk) { desk.start(); });
    at(QStringLiteral("campaign-nobody"), [start](CampaignsDialog&) {
        start()->form().fill(QStringLiteral("basis"), QStringLiteral("国发〔1900〕1号"), true);
    });
    at(QStringLiteral("campaign-start"), [start](CampaignsDialog&) {
        start()->form().fill(QStringLiteral("basis"), QString::fromUtf8(kDocument), true);
        start()->form().fill(QStringLiteral("why"), QStringLiteral("依据文件有调整，逐一告知现行规定"), true);
    });
    at({}, [start](CampaignsDialog& desk) {
        if (desk.presenter().campaign() == nullptr) {
            start()->form().send(false);
            return;
        }
        start()->form().presenter().discard();
        start()->close();
    });
    at({}, [this](CampaignsDialog& desk) {
        const service::CampaignView* view = desk.presenter().campaign();
        if (view != nullptr && view->open() == view->rows.size()) {
            domain::CampaignDone done{view->rows.front().item.ticket, "已告知现行规定，诉求人表示清楚"};
            m_desk->submit(service::RecordSubmission{view->campaign.key, std::move(done), std::nullopt, {}},
                           [](const auto&) {});
        }
    });
    at(QStringLiteral("campaigns"), [](CampaignsDialog& desk) {
        if (const service::CampaignView* view = desk.presenter().campaign()) {
            desk.presenter().goOn(view->rows.front().item.ticket);
        }
    });
    at(QStringLiteral("campaign-done"), [](CampaignsDialog& desk) { desk.phoned(); });
    at({}, [this](CampaignsDialog& desk) {
        dialog()->close();
        desk.close();
    });
    buildSearchSteps();
}

/// What was searched for in vain, and a unit that is asked for the article.
void ScreenGallery::buildSearchSteps() {
    const QString& user = m_options.supervisor;
    const auto at = [this, user](const QString& name, std::function<void(GapsDialog&)> act) {
        m_steps.push_back({user, name, [this, act = std::move(act)]() -> QWidget* {
                               act(*m_window->findChild<GapsDialog*>());
                               return dialog();
                           }});
    };
    m_steps.push_back(
        {user, {}, [this]() -> QWidget* {
             for (const char* text : {"古槐树认养证", "夜间哪里办健康证", "古槐树认养证"}) {
                 m_desk->submit(service::RecordSubmission{{}, domain::NoteSearch{text, 0}, {}, {}}, [](const auto&) {});
             }
             return nullptr;
         }});
    m_steps.push_back({user, {}, [this]() -> QWidget* {
                           m_window->run(ActionId::gaps);
                           return nullptr;
                       }});
    at(QStringLiteral("searches"), [](GapsDialog& desk) { desk.chooseSearches(); });
    at(QStringLiteral("ask-unit"),
       [](GapsDialog& desk) { emit desk.unitAsked(QStringLiteral("古槐树认养证"), TicketId{}); });
    at({}, [this](GapsDialog& desk) {
        dialog()->close();
        desk.close();
    });
}

}  // namespace zhida::ui
