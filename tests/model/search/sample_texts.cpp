// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/search/sample_texts.h"

#include "model/base/rng.h"

#include <array>
#include <string_view>

namespace zhida::search {
namespace {

constexpr std::array<std::string_view, 60> kWords{
    "健康证",   "身份证",   "居住证",    "社会保障卡", "医保",   "公积金",   "养老金",   "失业金",   "生育津贴",
    "营业执照", "户口",     "结婚登记",  "不动产",     "房产证", "噪音扰民", "垃圾清运", "路灯",     "积水",
    "停水",     "停电",     "燃气",      "暖气",       "物业费", "停车",     "违章建筑", "出租车",   "公交",
    "地铁",     "学校",     "入学",      "疫苗",       "医院",   "拖欠工资", "劳动合同", "消费投诉", "退款",
    "预付卡",   "食品安全", "12345热线", "第12条",     "办理",   "申请",     "材料",     "窗口",     "网上",
    "App",      "ETC",      "5G网络",    "3个工作日",  "2024年", "街道",     "社区",     "派出所",   "税务局",
    "開發區",   "臨時",     "ＡＢ座",    "〇六号",     "𠮷野家", "長期"};
constexpr std::array<std::string_view, 14> kGlue{"",   "",   "",   "",   "的", "和", "在",
                                                 "，", "。", "（", "）", " ",  "、", "\n"};

std::string words(SeededRng& rng, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += kWords[rng.below(kWords.size())];
        out += kGlue[rng.below(kGlue.size())];
    }
    return out;
}

}  // namespace

std::vector<SampleArticle> sampleArticles(std::size_t count, std::uint64_t seed) {
    SeededRng rng(seed);
    std::vector<SampleArticle> out;
    for (std::size_t i = 0; i < count; ++i) {
        std::string title = words(rng, 2 + rng.below(4));
        out.push_back({std::move(title), words(rng, 4 + rng.below(12))});
    }
    return out;
}

}  // namespace zhida::search
