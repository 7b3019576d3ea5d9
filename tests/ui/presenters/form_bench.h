// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/qt/fake_desk.h"
#include "ui/forms/make_form.h"

#include <QTest>

#include <memory>

namespace zhida::test {

/// A desk with one ticket, and the forms on it.
struct FormBench {
    FakeClock clock;
    FakeDesk desk{clock};
    TicketId ticket = desk.registerTicket("停水");

    ui::FormContext context(bool withTicket) {
        ui::FormContext made{desk, clock, ui::Directory::read(desk), std::nullopt, true};
        if (withTicket) {
            made.ticket = desk.ticket(ticket.text());
        }
        return made;
    }
    std::unique_ptr<ui::Form> open(std::string_view command) {
        std::unique_ptr<ui::Form> form(ui::makeForm(command, context(command != domain::RegisterTicket::kName)));
        form->show();
        form->start();
        QTest::qWait(20);
        return form;
    }
};

}  // namespace zhida::test
