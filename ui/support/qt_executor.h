// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/executor.h"

#include <QCoreApplication>
#include <QMetaObject>

#include <utility>

namespace zhida::ui {

/// Posts to the GUI thread's event loop. Needs a QCoreApplication; tasks that are queued when it ends are dropped.
class QtExecutor final : public Executor {
public:
    void post(std::function<void()> task) override {
        if (auto* application = QCoreApplication::instance()) {
            QMetaObject::invokeMethod(application, std::move(task), Qt::QueuedConnection);
        }
    }
};

}  // namespace zhida::ui
