// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/desk/centre_fixture.h"

#include <algorithm>

namespace zhida::desk::article {

inline const Json kWait{{"seconds", 20}};

/// The life of an article between headless desks and one centre.
class ArticleLife : public CentreFixture {
protected:
    std::unique_ptr<DeskProcess> live(const std::string& role, const std::string& unit = {}) {
        auto one = desk(account(role, unit));
        one->ok("sync.wait", kWait);
        return one;
    }
    static void sync(const std::vector<DeskProcess*>& desks) {
        for (int round = 0; round < 2; ++round) {
            for (DeskProcess* each : desks) {
                each->ok("sync.wait", kWait);
            }
        }
    }
    static void publish(DeskProcess& author, DeskProcess& second, DeskProcess& centre, const Json& draft) {
        const Json made = author.ok("article.draft", draft);
        const std::string article = made["article"];
        author.ok("article.submit", {{"article", article}});
        sync({&author, &second});
        second.ok("article.review", {{"article", article}, {"approve", true}});
        sync({&second, &centre});
        centre.ok("article.review", {{"article", article}, {"approve", true}, {"opinion", "发布"}});
        sync({&centre, &author, &second});
    }
    static bool finds(DeskProcess& desk, const std::string& query, const std::string& key) {
        const Json found = desk.ok("article.search", {{"query", query}, {"limit", 50}});
        return std::any_of(found["results"].begin(), found["results"].end(),
                           [&](const Json& each) { return each["key"] == key; });
    }
    /// Open tasks of that kind: the demo has articles beyond their last day, so there are reviews.
    static Json tasksOf(DeskProcess& desk, const std::string& kind, const Json& with = Json::object()) {
        Json found = Json::array();
        const Json all = desk.ok("article.tasks", with);
        for (const Json& each : all["tasks"]) {
            if (each["kind"] == kind) {
                found.push_back(each);
            }
        }
        return found;
    }
    static Json consultation() {
        return {{"title", "流动体检车几号来"},
                {"content", "张女士13900001111咨询流动体检车几号来大津口。"},
                {"appealType", "consult"},
                {"channel", "phone"},
                {"callerPhone", "13900001111"}};
    }
    const std::string m_health = "a0035";  ///< of wsjk, with a basis of a number; no ticket of the demo rests on it
};

}  // namespace zhida::desk::article
