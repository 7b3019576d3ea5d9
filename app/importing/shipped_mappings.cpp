// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/mapping.h"

#include <algorithm>
#include <array>

namespace zhida::importing {
namespace {

/// Files of known shape. The first whose columns are all there is taken.
struct Shipped {
    Kind kind;
    std::string_view name;
    std::string_view columns;  ///< that tell the shape, separated by |
    std::string_view json;
};

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
                "fee":"fee_stand","place":"transact_addr","hours":"transact_time","phone":"link_way","unit":"dept_code",
                "region":"area_code","question":"question","validFrom":"plan_effective_date","validTo":"plan_cancel_date",
                "service.taskType":"task_type","service.serverType":"server_type","service.projectType":"project_type",
                "service.promiseDays":"promise_day","service.visits":"limit_scene_num","service.online":"is_online",
                "service.express":"is_express","service.charged":"is_fee","service.payOnline":"is_pay_online",
                "service.resultName":"result_name","service.resultType":"result_type","service.resultSample":"result_guid",
                "service.complaintPhone":"supervise_way"}})"},
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

bool has(const std::vector<std::string>& header, std::string_view column) {
    return std::find(header.begin(), header.end(), column) != header.end();
}

bool hasAll(const std::vector<std::string>& header, std::string_view columns) {
    while (!columns.empty()) {
        const std::size_t end = std::min(columns.find('|'), columns.size());
        if (!has(header, columns.substr(0, end))) {
            return false;
        }
        columns.remove_prefix(std::min(end + 1, columns.size()));
    }
    return true;
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

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& each : names) {
        text += (text.empty() ? "" : " ") + each;
    }
    return text;
}

}  // namespace

Result<Mapping> mappingForHeader(Kind kind, const std::vector<std::string>& header) {
    for (const Shipped& each : kShipped) {
        if (each.kind == kind && hasAll(header, each.columns)) {
            auto mapping = mappingFromText(kind, each.json);
            if (mapping) {
                mapping->name = each.name;
            }
            return mapping;
        }
    }
    if (!hasAll(header, essential(kind))) {
        return Error("import.noMapping", {{"kind", std::string(codeOf(kind))}, {"columns", joined(header)}});
    }
    Mapping mapping;
    mapping.name = "own";
    for (const std::string& name : targetFields(kind)) {
        if (kind == Kind::articles || kind == Kind::agents || has(header, name)) {
            mapping.fields.push_back({name, Template{{{name, true}}}, true});
        }
    }
    return mapping;
}

}  // namespace zhida::importing
