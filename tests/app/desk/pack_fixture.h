// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/desk/centre_fixture.h"

#include "model/base/time.h"

#include <initializer_list>
#include <memory>
#include <string>

namespace zhida::desk {

inline const Json kWait{{"seconds", 20}};

/// Work methods change while desks are at work: an administrator imports a pack at a desk, and the others act by it.
class PackFixture : public CentreFixture {
protected:
    void SetUp() override {
        CentreFixture::SetUp();
        m_administrator = desk(account("administrator"));
        m_administrator->ok("sync.wait", kWait);
    }

    Json administer(const std::string& operation, const Json& arguments = Json::object()) const {
        return m_administrator->ok("admin.call", {{"operation", operation}, {"arguments", arguments}});
    }
    /// The pack as it ships becomes the centre's rules.
    Json adopt(const std::string& pack) const {
        const Json text = administer("procedure.show", {{"pack", pack}})["text"];
        const Json checked = administer("procedure.check", {{"text", text}});
        EXPECT_EQ(checked["ok"], true) << checked;
        return administer("procedure.import", {{"text", text}, {"why", "换成" + pack + "的做法"}, {"base", 1}});
    }
    static std::int64_t msOf(const Json& time) { return parseIso(time.get<std::string>(), UtcOffset{480})->ms; }

    std::unique_ptr<DeskProcess> m_administrator;
};

}  // namespace zhida::desk
