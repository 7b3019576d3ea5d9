// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include <unistd.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

namespace zhida::bench {
namespace {

constexpr std::array kPlaces{"省庄镇韩家曲村",       "天平街道岩庄社区", "上高街道阳光小区", "邱家店镇东湖小区",
                             "财源街道机具厂家属院", "徐家楼街道锦绣城", "泰前街道幸福里",   "粥店街道御景园",
                             "道托镇温泉路",         "琅琊镇龙潭路"};
constexpr std::array kTopics{"供水", "供暖", "噪音", "医保", "社保", "健康证", "物业",
                             "道路", "欠薪", "教育", "公交", "环卫", "低保",   "公积金"};
constexpr std::array kMatters{"家中自来水停水多日,水压不足,请尽快协调供水公司抢修恢复",
                              "室内温度偏低,供暖不达标,要求供热公司上门测温并退费",
                              "附近工地夜间施工噪音扰民,无法休息,要求查处",
                              "咨询城乡居民医疗保险异地就医备案流程以及门诊慢性病报销比例",
                              "咨询灵活就业人员养老保险缴费基数和补缴的办理地点",
                              "咨询就近能够办理健康证的医院或诊所有哪些,需要携带什么材料,费用多少",
                              "小区电梯多次故障无人维修,电动车违规停放堵塞消防通道",
                              "路面坑洼积水,窨井盖破损,车辆通行存在安全隐患,请住建部门修复",
                              "反映某建筑工地拖欠农民工工资,要求人社局协调解决",
                              "咨询外来务工人员子女小学入学报名条件、学区划分及所需材料",
                              "建议增加公交车早高峰班次,候车时间过长",
                              "垃圾清运不及时,废品回收点散发异味,严重影响居民生活",
                              "咨询低保和残疾人两项补贴申请条件及办理时限",
                              "咨询住房公积金提取偿还贷款的额度和线上办理渠道"};
constexpr std::array kTails{"市民表示此问题已向社区反映多次,至今未得到妥善处理。",
                            "希望相关部门尽快核实并给予答复。",
                            "联系时间为工作日上午九点至下午五点。",
                            "请承办单位在办理过程中与诉求人保持联系。",
                            "家中有老人和孩子,生活受到影响。",
                            "此前物业答复称正在协调,但一直没有结果。"};
constexpr std::array kUnits{"wsjk", "rsj", "zjj", "zfj", "jtj", "mzj", "ybj", "scjg", "gaj", "zrzy", "szz"};

template <std::size_t N>
const char* pick(const std::array<const char*, N>& from, Rng& rng) {
    return from[rng.below(N)];
}

/// Keeps each ticket's text its own: no two share a long run, and compression has nothing to win.
std::string someText(Rng& rng, std::size_t sentences) {
    std::string text;
    for (std::size_t i = 0; i < sentences; ++i) {
        text += std::string(pick(kPlaces, rng)) + std::to_string(1 + rng.below(90)) + "号楼" +
                std::to_string(101 + rng.below(2500)) + "室:" + pick(kMatters, rng) + "。" + pick(kTails, rng);
    }
    return text;
}

}  // namespace

void print(std::string_view bench, const std::vector<Figure>& figures, bool json) {
    nlohmann::json list = nlohmann::json::array();
    for (const Figure& f : figures) {
        const double ratio = f.limit > 0 ? f.value / f.limit : 0;
        list.push_back({{"name", f.name},
                        {"value", f.value},
                        {"unit", f.unit},
                        {"limitName", f.limitName},
                        {"limit", f.limit},
                        {"ratio", ratio}});
        if (!json) {
            std::printf("%-58s %12.3f %-8s", f.name.c_str(), f.value, f.unit.c_str());
            std::printf(f.limit > 0 ? "  %s: %.3f, ratio %.2f\n" : "\n", f.limitName.c_str(), f.limit, ratio);
        }
    }
    if (json) {
        std::printf("%s\n", nlohmann::json{{"bench", bench}, {"figures", list}}.dump().c_str());
    }
}

Arguments::Arguments(int argc, char** argv, std::vector<std::string> known) {
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--json") {
            m_json = true;
            continue;
        }
        const std::string name = word.starts_with("--") ? word.substr(2) : "";
        if (std::find(known.begin(), known.end(), name) == known.end() || i + 1 == argc) {
            std::fprintf(stderr, "usage: --json");
            for (const std::string& each : known) {
                std::fprintf(stderr, " --%s VALUE", each.c_str());
            }
            std::fprintf(stderr, "\n");
            std::exit(2);
        }
        m_values.emplace_back(name, argv[++i]);
    }
}

std::string Arguments::text(std::string_view name, std::string fallback) const {
    for (const auto& [key, value] : m_values) {
        if (key == name) {
            return value;
        }
    }
    return fallback;
}

std::size_t Arguments::number(std::string_view name, std::size_t fallback) const {
    const std::string value = text(name, std::to_string(fallback));
    return static_cast<std::size_t>(std::strtoull(value.c_str(), nullptr, 10));
}

Folder::Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "zhida-bench-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) {
        std::perror("mkdtemp");
        std::exit(1);
    }
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

domain::Ticket makeTicket(std::size_t index) {
    SeededRng rng(index * 2 + 1);
    domain::Ticket t;
    t.id = TicketId{Uuid::fromName("bench:" + std::to_string(index))};
    t.number = "370902261121" + std::string("0A") + std::to_string(100000 + index);
    t.rev = 1;
    t.title = std::string("【") + pick(kTopics, rng) + "】" + pick(kPlaces, rng) + std::to_string(index);
    t.content = someText(rng, 3);
    t.appealType = static_cast<domain::AppealType>(1 + rng.below(5));
    t.channel = domain::Channel::phone;
    t.region = {"370902100000"};
    t.caller = {"王女士", "199" + std::to_string(10'000'000 + rng.below(89'999'999)), ""};
    t.createdAt = Instant{1'760'000'000'000 + static_cast<std::int64_t>(index) * 1000};
    t.updatedAt = t.createdAt;
    t.due = t.createdAt.plus(static_cast<std::int64_t>(rng.below(10)) * kDayMs);
    t.proposedUnit = {pick(kUnits, rng)};
    if (rng.below(10) < 7) {
        t.state = domain::TicketState::closed;
        t.closedAt = t.createdAt.plus(kDayMs);
    }
    t.source = "bench";
    t.sourceId = std::to_string(index);
    return t;
}

double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double cpuSecondsOf(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
    };
    const double start = now();
    work();
    return now() - start;
}

double percentile(std::vector<double>& samples, double share) {
    if (samples.empty()) {
        return 0;
    }
    std::sort(samples.begin(), samples.end());
    const auto at = static_cast<std::size_t>(share * static_cast<double>(samples.size()));
    return samples[std::min(at, samples.size() - 1)];
}

}  // namespace zhida::bench
