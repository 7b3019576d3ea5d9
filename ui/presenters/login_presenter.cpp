// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/login_presenter.h"

#include "ui/support/ask.h"

namespace zhida::ui {

void LoginPresenter::signIn(const SignInRequest& request) {
    if (m_busy) {
        return;
    }
    if (request.user.trimmed().isEmpty()) {
        emit failed(Error("text.missing", {{"field", "user"}}));
        return;
    }
    m_busy = true;
    emit busyChanged(true);
    m_port.signIn(request, guarded(this, [this](const Result<service::Desk*>& result) {
                      m_busy = false;
                      emit busyChanged(false);
                      if (result) {
                          m_mayUnlock = false;
                          emit signedIn(*result);
                          return;
                      }
                      m_mayUnlock = result.error().code.starts_with("net.");
                      emit failed(result.error());
                  }));
}

}  // namespace zhida::ui
