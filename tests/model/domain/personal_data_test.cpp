// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/personal_data.h"

#include <gtest/gtest.h>

namespace zhida::domain {
namespace {

std::string cleaned(std::string_view text, bool landlines = true) {
    return withoutPersonalData(text, {"乐正言", "13805381234", "0538-8221234"}, landlines).text;
}

TEST(PersonalData, NamesPhonesAndIdNumbersGoAndWhatWentIsTold) {
    const Impersonal out = withoutPersonalData("乐正言女士（身份证37090219800101123X，电话13805381234）咨询",
                                               {"乐正言", "13805381234", ""}, true);
    EXPECT_EQ(out.text, "×××女士（身份证×××，电话×××）咨询");
    ASSERT_EQ(out.stripped.size(), 3U);
    EXPECT_EQ(out.stripped[0], (Stripped{PersonalKind::name, "乐正言"}));
    EXPECT_EQ(out.stripped[1], (Stripped{PersonalKind::idNumber, "37090219800101123X"}));
    EXPECT_EQ(out.stripped[2], (Stripped{PersonalKind::phone, "13805381234"}));
}

TEST(PersonalData, FindsPeopleWhoAreNotTheCaller) {
    EXPECT_EQ(cleaned("邻居王先生和李小红女士"), "邻居×××先生和×××女士");
    EXPECT_EQ(cleaned("我叫赵大力，联系人：钱进"), "我叫×××，联系人：×××");
    EXPECT_EQ(cleaned("电话18812345678或0538-8221234"), "电话×××或×××");
    EXPECT_EQ(cleaned("身份证370902198001011234"), "身份证×××");
}

TEST(PersonalData, LeavesWhatIsNoPersonsAlone) {
    for (const char* text :
         {"拨打12345或12315", "收费120元，2025年8月20日前", "黄河路36号", "统一社会信用代码11370900MB2857360X",
          "先生和女士都可以", "工单370902261122010001已办结", "王府井", ""}) {
        EXPECT_EQ(cleaned(text), std::string_view(text) == "工单370902261122010001已办结" ? "工单×××已办结" : text);
    }
    EXPECT_EQ(cleaned("咨询电话0538-6991234", false), "咨询电话0538-6991234") << "an office's own number";
    EXPECT_EQ(cleaned("咨询电话0538-6991234", true), "咨询电话×××");
}

TEST(PersonalData, ProposalTakesTheUnitsAnswerAndTellsWhatWasStripped) {
    Ticket ticket;
    ticket.title = "健康证在哪办";
    ticket.content = "张女士13900001111咨询健康证在哪办";
    ticket.category = {"120103"};
    ticket.region = {"370902100000"};
    ticket.directAnswer = DirectAnswer{"到镇卫生院，电话0538-6991234", "", 0, {}, {}, {}, "", {}};
    const ArticleProposal proposal = proposalFrom(ticket);
    EXPECT_EQ(proposal.text.title, "健康证在哪办");
    EXPECT_EQ(proposal.text.questions, std::vector<std::string>{"×××女士×××咨询健康证在哪办"});
    EXPECT_EQ(proposal.text.answer, "到镇卫生院，电话0538-6991234");
    EXPECT_EQ(proposal.text.category.value, "120103");
    EXPECT_EQ(proposal.stripped.size(), 2U);
}

}  // namespace
}  // namespace zhida::domain
