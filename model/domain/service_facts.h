// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/record.h"

#include <string>

namespace zhida::domain {

/// What a unit's implementation list (实施清单) says of a service beside what is read out, under the names of the national
/// fields up_task_*. Texts as they were delivered: what is wrong with them is for lintArticle() to say.
struct ServiceFacts {
    std::string taskType;        ///< task_type: 行政许可 …
    std::string serverType;      ///< server_type: 自然人, 法人
    std::string projectType;     ///< project_type: 即办件, 承诺件
    std::string promiseDays;     ///< promise_day, working days
    std::string stepDays;        ///< times of the steps of handle_flow, separated by blanks
    std::string visits;          ///< limit_scene_num
    std::string visitReason;     ///< why somebody must come
    std::string online;          ///< is_online: 1 or 是
    std::string onlineDepth;     ///< IV: the whole of it
    std::string express;         ///< is_express
    std::string charged;         ///< is_fee
    std::string payOnline;       ///< is_pay_online
    std::string resultName;      ///< result_name
    std::string resultType;      ///< result_type: 出证办结, 审批办结, 出文办结
    std::string resultSample;    ///< result_guid
    std::string complaintPhone;  ///< supervise_way

    bool operator==(const ServiceFacts&) const = default;
    static constexpr auto fields() {
        using S = ServiceFacts;
        return std::tuple{field(1, "taskType", &S::taskType),          field(2, "serverType", &S::serverType),
                          field(3, "projectType", &S::projectType),    field(4, "promiseDays", &S::promiseDays),
                          field(5, "stepDays", &S::stepDays),          field(6, "visits", &S::visits),
                          field(7, "visitReason", &S::visitReason),    field(8, "online", &S::online),
                          field(9, "onlineDepth", &S::onlineDepth),    field(10, "express", &S::express),
                          field(11, "charged", &S::charged),           field(12, "payOnline", &S::payOnline),
                          field(13, "resultName", &S::resultName),     field(14, "resultType", &S::resultType),
                          field(15, "resultSample", &S::resultSample), field(16, "complaintPhone", &S::complaintPhone)};
    }
};

}  // namespace zhida::domain
