// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/store/sqlite_server_store.h"
#include "tests/simulation/centre_disk.h"
#include "tests/simulation/faulty_store.h"
#include "tests/simulation/scratch_file.h"

#include <memory>

namespace zhida::simulation {

/// The product's store on a file.
class RealCentreDisk final : public CentreDisk {
public:
    RealCentreDisk(World& world, testing::FaultPoint& faults);

    [[nodiscard]] sync::ServerStore& store() override { return m_faulty; }
    void crash() override;
    void keepCopy() override { m_file.copyTo("copy"); }
    void restoreCopy() override;
    [[nodiscard]] std::optional<sync::CommandAnswer> answerTo(const CommandId& id) override {
        return m_store->answer(id);
    }
    [[nodiscard]] CentreContents contents() override;
    void examineAtRest() override;

private:
    void take(Result<std::unique_ptr<sync::SqliteServerStore>> store);

    World& m_world;
    FaultyStore m_faulty;
    ScratchFile m_file;
    std::unique_ptr<sync::SqliteServerStore> m_store;
};

}  // namespace zhida::simulation
