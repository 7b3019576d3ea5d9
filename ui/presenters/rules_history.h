// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"
#include "model/wire/procedure_text.h"

#include <QObject>

#include <optional>
#include <string>
#include <vector>

namespace zhida::ui {

/// The versions of the centre's rules and the packs that ship, over the line.
class RulesHistory : public QObject {
    Q_OBJECT

public:
    struct Version {
        int number = 0;
        QString since, by, why;
    };
    struct Pack {
        QString code, name, nameEn, sources;
    };

    explicit RulesHistory(service::Desk& desk, QObject* parent = nullptr) : QObject(parent), m_desk(desk) {}

    [[nodiscard]] const std::vector<Version>& versions() const { return m_versions; }
    [[nodiscard]] const std::vector<Pack>& packs() const { return m_packs; }
    void load();
    /// What that version changed in the one before it: compared(). The first one changed nothing.
    void compare(int number);
    /// What has changed since that version: compared().
    void compareWithLive(int number);
    /// The file of a version or of a pack: read().
    void readVersion(int number);
    void readPack(const QString& code);

signals:
    void loaded();
    void compared(int number, const std::vector<zhida::wire::ProcedureChange>& changes);
    void textRead(const QString& text);
    void failed(const zhida::Error& error);

private:
    void show(const std::string& arguments, std::function<void(const std::string& text)> then);

    service::Desk& m_desk;
    std::vector<Version> m_versions;
    std::vector<Pack> m_packs;
    int m_asked = 0;  ///< only the last comparison that was asked for is told
};

}  // namespace zhida::ui
