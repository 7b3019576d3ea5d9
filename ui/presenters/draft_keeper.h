// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/service/desk.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>

namespace zhida::ui {

/// Keeps what is being written in the desk's draft under one key: within kSaveMs of a change, and again after a failure.
class DraftKeeper : public QObject {
    Q_OBJECT

public:
    /// The fields as JSON; nothing: there is nothing to keep, a draft goes.
    using Fields = std::function<std::optional<std::string>()>;

    DraftKeeper(service::Desk& desk, std::string key, std::string form, Fields fields, QObject* parent = nullptr);

    [[nodiscard]] const std::string& key() const { return m_key; }
    [[nodiscard]] bool dirty() const { return m_dirty; }
    /// The reply gets the kept draft, if there is one.
    void find(std::function<void(const std::optional<service::Draft>&)> reply);
    /// Something has changed.
    void touch();
    /// Saves now: the focus has left, the window closes.
    void flush();
    /// The words have been sent: nothing is kept from now on.
    void settle();
    /// Throws the draft away; what is written afterwards is kept again.
    void discard();

    static constexpr int kSaveMs = 250;  ///< from the first unsaved key; the promise is 500

signals:
    void saved();
    void saveFailed(const zhida::Error& error);

private:
    service::Desk& m_desk;
    std::string m_key;
    std::string m_form;
    Fields m_fields;
    QTimer m_pause;
    bool m_dirty = false;
    bool m_settled = false;
};

}  // namespace zhida::ui
