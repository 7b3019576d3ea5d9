// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/campaign_bench.h"

#include "ui/shell/appearance.h"

#include <utility>

namespace zhida::test {

void CampaignBench::open() {
    ui::speak(*qApp, QStringLiteral("en"));
    ui::dress(*qApp, false);
    m_desk = std::make_unique<test::FakeDesk>(m_clock);
    m_desk->loadDemo(ZHIDA_SOURCE_DIR "/resources", 20);
    m_signals = std::make_unique<ui::DeskSignals>(*m_desk);
    m_told = {answered("省庄镇办健康证去哪里"), answered("饭店员工办健康证"), answered("健康证收费吗")};
    m_clock.advance(kDayMs);
}

void CampaignBench::close() {
    delete m_dialog;
    m_signals.reset();
    m_desk.reset();
}

TicketId CampaignBench::answered(const char* title) {
    const TicketId ticket = m_desk->registerTicket(title);
    const auto article = m_desk->article(m_key);
    domain::AnswerDirectly answer{article->answer, m_key, article->version};
    answer.basis = {domain::LegalBasis{"公共场所卫生管理条例", kNumber, {}}};
    const auto done = m_desk->act(ticket, "ct01", std::move(answer));
    [&] { QVERIFY2(done.ok(), done ? "" : done.error().code.c_str()); }();
    m_clock.advance(kMinuteMs);
    return ticket;
}

void CampaignBench::change() {
    domain::DraftArticle draft;
    draft.text() = m_desk->article(m_key)->text();
    draft.answer = "改到区政务服务中心办理。";
    draft.basedOn = m_desk->article(m_key)->version;
    draft.why = "新规定";
    m_desk->signInAs("sp01");
    QVERIFY(m_desk->act(m_key, std::move(draft)));
    QVERIFY(m_desk->act(m_key, domain::SubmitArticle{}));
    m_desk->signInAs("uh05");
    QVERIFY(m_desk->act(m_key, domain::ReviewArticle{true, {}}));
    m_desk->signInAs("sv01");
    QVERIFY(m_desk->act(m_key, domain::ReviewArticle{true, "发布"}));
}

void CampaignBench::begin() {
    change();
    QVERIFY(m_desk->act({}, domain::StartCampaign{m_key, {}, 30, "办理地点已变", m_told}));
}

void CampaignBench::openAs(const char* user) {
    delete m_dialog;
    m_desk->signInAs(user);
    m_dialog = new ui::CampaignsDialog(*m_desk, *m_signals, m_clock);
    m_dialog->show();
    activate(m_dialog);
    QTRY_VERIFY(presenter().listed());
}

}  // namespace zhida::test
