// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace zhida::ui {

/// Who else has the same article in his editor. Only the centre knows: without a line nobody is shown, and whoever is second is told
/// when he saves (article.stale).
class EditorPresence : public QObject {
    Q_OBJECT

public:
    struct Other {
        UserCode user;
        Instant since;
        bool operator==(const Other&) const = default;
    };

    EditorPresence(service::Desk& desk, std::string article, QObject* parent = nullptr);
    ~EditorPresence() override;
    [[nodiscard]] const std::vector<Other>& others() const { return m_others; }
    /// Says it now; it is said again every kEveryMs.
    void say();

    static constexpr int kEveryMs = 5'000;

signals:
    void changed();

private:
    [[nodiscard]] std::string words(bool editing) const;
    void hear(const std::string& answer);

    service::Desk& m_desk;
    std::string m_article;
    QTimer m_timer;
    std::vector<Other> m_others;
};

}  // namespace zhida::ui
