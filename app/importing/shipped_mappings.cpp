// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/joined_tables.h"
#include "app/importing/mapping.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>

namespace zhida::importing {
namespace {

/// Files of known shape. The first whose columns are all there is taken.
struct Shipped {
    Kind kind;
    std::string_view name;
    std::string_view columns;  ///< that tell the shape, separated by |
    std::string_view json;
    std::string_view values{};  ///< more of the JSON: what codes stand for
    std::string_view tables{};  ///< separated by |: a column may have one of these names in front, and be in upper case
};

/// Codes of the national exchange of implementation lists; a cell that is a number has lost its nought.
constexpr std::string_view kNationalValues =
    R"(,"values":{"service.projectType":{"1":"即办件","2":"承诺件","01":"即办件","02":"承诺件"},
        "service.serverType":{"1":"自然人","2":"企业法人","3":"事业法人","4":"社会组织法人","5":"非法人企业","6":"行政机关",
            "9":"其他组织"},
        "service.taskType":{"01":"行政许可","1":"行政许可","05":"行政给付","5":"行政给付","07":"行政确认","7":"行政确认",
            "08":"行政奖励","8":"行政奖励","09":"行政裁决","9":"行政裁决","10":"其他行政权力","20":"公共服务"}})";

constexpr std::array kShipped{
    Shipped{Kind::tickets, "messages", "title|created_at|content",
            R"({"fields":{"id":"id","callerName":"user","title":"title","content":"content","createdAt":"created_at",
                "reply":"reply","repliedAt":"{replied_at}{reply_at}"},
                "defaults":{"channel":"web"}})"},
    Shipped{
        Kind::tickets, "leaderMessages", "留言编号|留言用户|留言主题|留言时间|留言详情",
        R"({"fields":{"id":"留言编号","callerName":"留言用户","title":"留言主题","content":"留言详情","createdAt":"留言时间",
                "reply":"答复意见","repliedAt":"答复时间"},
                "defaults":{"channel":"web"}})"},
    Shipped{
        Kind::tickets, "nyc311",
        "Unique Key|Created Date|Closed Date|Agency|Complaint Type|Descriptor|Resolution Description",
        R"({"fields":{"id":"Unique Key","title":"{Complaint Type}: {Descriptor}","content":"{Complaint Type}: {Descriptor}. {Location Type}",
                "createdAt":"Created Date","closedAt":"Closed Date","due":"Due Date","unit":"Agency","reply":"Resolution Description",
                "repliedAt":"Resolution Action Updated Date","address":"{Incident Address} {City} {Incident Zip}","state":"Status"},
                "time":{"format":"%m/%d/%Y %I:%M:%S %p","offset":"-05:00"},
                "values":{"state":{"Closed":"closed","Open":"dispatched","Assigned":"dispatched","Pending":"dispatched","Started":"dispatched"}},
                "defaults":{"appealType":"complaint","channel":"phone"}})"},
    Shipped{Kind::articles, "messages", "title|content|reply",
            R"({"fields":{"id":"id","title":"title","question":"content","answer":"reply"}})"},
    Shipped{Kind::articles, "policyQuestions", "id|docid|question|answer",
            R"({"fields":{"id":"id","title":"question","answer":"answer"}})"},
    Shipped{
        Kind::articles, "shortArticles", "title|body",
        R"({"fields":{"title":"title","answer":"body","question":"colloquial","aliases":"synonym","keywords":"keyword"}})"},
    Shipped{
        Kind::articles, "implementationList", "task_name|task_code|dept_name",
        R"({"fields":{"id":"task_code","title":"task_name","answer":"{task_name}由{dept_name}办理。{accept_condition}",
                "conditions":"accept_condition","materials":"material_name","steps":"handle_flow","timeLimit":"promise_explain",
                "fee":"{fee_name} {fee_stand}","basis":"by_law","place":"transact_addr","hours":"transact_time",
                "phone":"link_way","unit":"dept_code","region":"area_code","question":"question",
                "validFrom":"plan_effective_date","validTo":"plan_cancel_date",
                "service.taskType":"task_type","service.serverType":"server_type","service.projectType":"project_type",
                "service.promiseDays":"promise_day","service.visits":"limit_scene_num",
                "service.visitReason":"limit_scene_explain","service.online":"is_online",
                "service.onlineDepth":"online_handle_depth","service.express":"is_express","service.charged":"is_fee",
                "service.payOnline":"is_pay_online","service.resultName":"result_name","service.resultType":"result_type",
                "service.resultSample":"result_guid","service.complaintPhone":"supervise_way"}})",
        kNationalValues,
        "up_task_general_basic|up_task_general_extend|up_task_general_material|up_task_general_fee_project|"
        "up_task_general_questions"},
    Shipped{Kind::articles, "implementationListChinese", "事项名称|实施编码|实施主体",
            R"({"fields":{"id":"实施编码","title":"事项名称","answer":"{事项名称}由{实施主体}办理。{受理条件}",
                "conditions":"受理条件","materials":"材料名称","steps":"办理流程","timeLimit":"承诺办结时限说明",
                "fee":"{收费项目名称} {收费标准}","basis":"设定依据","place":"办理地点","hours":"办理时间",
                "phone":"咨询方式","unit":"实施主体编码","region":"行政区划代码","question":"问题",
                "validFrom":"计划生效日期","validTo":"计划取消日期",
                "service.taskType":"事项类型","service.serverType":"服务对象","service.projectType":"办件类型",
                "service.promiseDays":"承诺办结时限","service.visits":"到办事现场次数",
                "service.visitReason":"必须现场办理原因说明","service.online":"是否网办",
                "service.onlineDepth":"网上办理深度","service.express":"是否支持物流快递","service.charged":"是否收费",
                "service.payOnline":"是否支持网上支付","service.resultName":"审批结果名称","service.resultType":"审批结果类型",
                "service.resultSample":"审批结果样本","service.complaintPhone":"监督投诉方式"}})",
            kNationalValues},
    Shipped{
        Kind::articles, "serviceCatalogue", "department|main_item|name|item_code",
        R"({"fields":{"id":"item_code","title":"name","answer":"{name}：由{department}受理。事项编码{item_code}。"}})"},
    Shipped{
        Kind::services, "serviceCatalogue", "department|main_item|name|item_code",
        R"({"fields":{"code":"item_code","name":"name","department":"department","kind":"task_type","departmentCode":"dept_code",
                "areaCode":"area_code","mainItem":"main_item"}})"},
    Shipped{Kind::regions, "regions", "code|level|name|parent",
            R"({"fields":{"code12":"code","level":"level","name":"name","parent12":"parent"}})"},
};

template <class Take>
void eachName(std::string_view names, Take take) {
    while (!names.empty()) {
        const std::size_t end = std::min(names.find('|'), names.size());
        take(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
}

/// Upper and lower case are one; `name` is in lower case.
bool isSame(std::string_view heading, std::string_view name) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    return std::equal(heading.begin(), heading.end(), name.begin(), name.end(),
                      [lower](char a, char b) { return lower(a) == b; });
}

/// The heading of `column`: as it is, or with a table in front ("up_task_general_basic.task_name"); the first table wins. Empty
/// when there is none.
std::string headingOf(const std::vector<std::string>& header, std::string_view column, std::string_view tables) {
    if (const auto same = std::find(header.begin(), header.end(), column); same != header.end() || tables.empty()) {
        return same != header.end() ? *same : std::string();
    }
    std::vector<std::string> forms{std::string(column)};
    eachName(tables, [&](std::string_view table) {
        for (const char* const mark : {".", "_"}) {
            forms.push_back(std::string(table) + mark + std::string(column));
        }
    });
    for (const std::string& form : forms) {
        const auto isForm = [&form](const std::string& heading) { return isSame(heading, form); };
        if (const auto found = std::find_if(header.begin(), header.end(), isForm); found != header.end()) {
            return *found;
        }
    }
    return {};
}

bool hasAll(const std::vector<std::string>& header, std::string_view columns, std::string_view tables = {}) {
    bool all = true;
    eachName(columns, [&](std::string_view each) { all = all && !headingOf(header, each, tables).empty(); });
    return all;
}

/// Without one of these a file with our own names says too little.
std::string_view essential(Kind kind) {
    switch (kind) {
        case Kind::tickets:
            return "title|content";
        case Kind::articles:
            return "title|answer";
        case Kind::regions:
            return "code12|name";
        case Kind::holidays:
            return "date";
        case Kind::agents:
            return "user|role";
        default:
            return "code|name";
    }
}

/// The columns of the mapping under the headings of this file.
Result<Mapping> mappingOf(const Shipped& shipped, const std::vector<std::string>& header) {
    std::string json(shipped.json);
    json.insert(json.size() - 1, shipped.values);
    auto mapping = mappingFromText(shipped.kind, json);
    if (!mapping) {
        return mapping;
    }
    mapping->name = shipped.name;
    for (Mapping::Field& field : mapping->fields) {
        for (Template::Part& part : field.pattern.parts) {
            const std::string heading = part.isColumn ? headingOf(header, part.text, shipped.tables) : std::string();
            part.text = heading.empty() ? part.text : heading;
        }
    }
    mapping->findSoleUsers();
    return mapping;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& each : names) {
        text += (text.empty() ? "" : " ") + each;
    }
    return text;
}

}  // namespace

bool isKnownHeading(std::string_view heading) {
    static const std::set<std::string, std::less<>> kKnown = [] {
        std::set<std::string, std::less<>> known;
        for (const Shipped& each : kShipped) {
            const auto mapping = mappingOf(each, {});
            for (const Mapping::Field& field : mapping ? mapping->fields : std::vector<Mapping::Field>{}) {
                for (const Template::Part& part : field.pattern.parts) {
                    if (part.isColumn) {
                        known.insert(nationalName(part.text));
                    }
                }
            }
            const auto& own = targetFields(each.kind);
            known.insert(own.begin(), own.end());
        }
        return known;
    }();
    return kKnown.contains(nationalName(heading)) || kKnown.contains(heading);
}

Result<Mapping> mappingForHeader(Kind kind, const std::vector<std::string>& header) {
    for (const Shipped& each : kShipped) {
        if (each.kind == kind && hasAll(header, each.columns, each.tables)) {
            return mappingOf(each, header);
        }
    }
    if (!hasAll(header, essential(kind))) {
        return Error("import.noMapping", {{"kind", std::string(codeOf(kind))}, {"columns", joined(header)}});
    }
    Mapping mapping;
    mapping.name = "own";
    for (const std::string& name : targetFields(kind)) {
        if (kind == Kind::articles || kind == Kind::agents || hasAll(header, name)) {
            mapping.fields.push_back({name, Template{{{name, true}}}, true});
        }
    }
    return mapping;
}

}  // namespace zhida::importing
