// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/words.h"

#include "ui/support/text.h"

#include <QCoreApplication>

#include <initializer_list>
#include <utility>

namespace zhida::ui::words {
namespace {

template <class E>
using Names = std::initializer_list<std::pair<E, const char*>>;

template <class E>
QString nameIn(Names<E> names, E value) {
    for (const auto& [each, source] : names) {
        if (each == value) {
            return QCoreApplication::translate("Words", source);
        }
    }
    return q(codeOf(value));
}

}  // namespace

QString of(domain::Role role) {
    using enum domain::Role;
    return nameIn<domain::Role>({{callTaker, QT_TRANSLATE_NOOP("Words", "Call taker")},
                                 {specialist, QT_TRANSLATE_NOOP("Words", "Specialist")},
                                 {dispatcher, QT_TRANSLATE_NOOP("Words", "Dispatcher")},
                                 {unitHandler, QT_TRANSLATE_NOOP("Words", "Unit handler")},
                                 {callbackAgent, QT_TRANSLATE_NOOP("Words", "Callback agent")},
                                 {supervisor, QT_TRANSLATE_NOOP("Words", "Supervisor")},
                                 {administrator, QT_TRANSLATE_NOOP("Words", "Administrator")},
                                 {system, QT_TRANSLATE_NOOP("Words", "Scheduler")}},
                                role);
}

QString of(domain::AppealType type) {
    using enum domain::AppealType;
    return nameIn<domain::AppealType>({{help, QT_TRANSLATE_NOOP("Words", "Help")},
                                       {consult, QT_TRANSLATE_NOOP("Words", "Enquiry")},
                                       {complaint, QT_TRANSLATE_NOOP("Words", "Complaint")},
                                       {report, QT_TRANSLATE_NOOP("Words", "Report")},
                                       {suggest, QT_TRANSLATE_NOOP("Words", "Suggestion")},
                                       {praise, QT_TRANSLATE_NOOP("Words", "Praise")},
                                       {withdraw, QT_TRANSLATE_NOOP("Words", "Withdrawal")},
                                       {harass, QT_TRANSLATE_NOOP("Words", "Harassment")},
                                       {invalid, QT_TRANSLATE_NOOP("Words", "Invalid")}},
                                      type);
}

QString of(domain::Channel channel) {
    using enum domain::Channel;
    return nameIn<domain::Channel>({{phone, QT_TRANSLATE_NOOP("Words", "Telephone")},
                                    {web, QT_TRANSLATE_NOOP("Words", "Web site")},
                                    {wechat, QT_TRANSLATE_NOOP("Words", "WeChat")},
                                    {app, QT_TRANSLATE_NOOP("Words", "Mobile app")},
                                    {mail, QT_TRANSLATE_NOOP("Words", "E-mail")},
                                    {visit, QT_TRANSLATE_NOOP("Words", "Visit")},
                                    {grid, QT_TRANSLATE_NOOP("Words", "Grid worker")},
                                    {qr, QT_TRANSLATE_NOOP("Words", "QR code")},
                                    {card, QT_TRANSLATE_NOOP("Words", "Contact card")},
                                    {upper, QT_TRANSLATE_NOOP("Words", "Higher level")}},
                                   channel);
}

QString of(domain::Urgency urgency) {
    using enum domain::Urgency;
    return nameIn<domain::Urgency>({{normal, QT_TRANSLATE_NOOP("Words", "Normal")},
                                    {urgent, QT_TRANSLATE_NOOP("Words", "Urgent")},
                                    {critical, QT_TRANSLATE_NOOP("Words", "Critical")}},
                                   urgency);
}

QString of(domain::TicketState state) {
    using enum domain::TicketState;
    return nameIn<domain::TicketState>({{registered, QT_TRANSLATE_NOOP("Words", "Registered")},
                                        {directAnswered, QT_TRANSLATE_NOOP("Words", "Answered on the spot")},
                                        {pendingDispatch, QT_TRANSLATE_NOOP("Words", "To dispatch")},
                                        {dispatched, QT_TRANSLATE_NOOP("Words", "In hand")},
                                        {returnReview, QT_TRANSLATE_NOOP("Words", "Return review")},
                                        {submitted, QT_TRANSLATE_NOOP("Words", "To review")},
                                        {pendingCallback, QT_TRANSLATE_NOOP("Words", "To call back")},
                                        {redo, QT_TRANSLATE_NOOP("Words", "Redo")},
                                        {closed, QT_TRANSLATE_NOOP("Words", "Closed")},
                                        {needInfo, QT_TRANSLATE_NOOP("Words", "Information missing")},
                                        {notAccepted, QT_TRANSLATE_NOOP("Words", "Not accepted")},
                                        {transferred, QT_TRANSLATE_NOOP("Words", "Passed to an emergency number")},
                                        {callbackRetry, QT_TRANSLATE_NOOP("Words", "To call back again")},
                                        {suspended, QT_TRANSLATE_NOOP("Words", "Suspended")},
                                        {lookback, QT_TRANSLATE_NOOP("Words", "Second look")},
                                        {archived, QT_TRANSLATE_NOOP("Words", "Archived")},
                                        {merged, QT_TRANSLATE_NOOP("Words", "Merged")},
                                        {withdrawn, QT_TRANSLATE_NOOP("Words", "Withdrawn")},
                                        {invalid, QT_TRANSLATE_NOOP("Words", "Not valid")}},
                                       state);
}

QString of(domain::AssignmentState state) {
    using enum domain::AssignmentState;
    return nameIn<domain::AssignmentState>({{pending, QT_TRANSLATE_NOOP("Words", "To be signed for")},
                                            {signedFor, QT_TRANSLATE_NOOP("Words", "Being handled")},
                                            {returnRequested, QT_TRANSLATE_NOOP("Words", "Return requested")},
                                            {replied, QT_TRANSLATE_NOOP("Words", "Replied")},
                                            {exited, QT_TRANSLATE_NOOP("Words", "Left")}},
                                           state);
}

QString of(domain::Duty duty) {
    using enum domain::Duty;
    return nameIn<domain::Duty>(
        {{lead, QT_TRANSLATE_NOOP("Words", "Lead")}, {assist, QT_TRANSLATE_NOOP("Words", "Assist")}}, duty);
}

QString of(domain::NoteKind kind) {
    using enum domain::NoteKind;
    return nameIn<domain::NoteKind>({{comment, QT_TRANSLATE_NOOP("Words", "Comment")},
                                     {supplement, QT_TRANSLATE_NOOP("Words", "Supplement")},
                                     {lateAnswer, QT_TRANSLATE_NOOP("Words", "Late answer")}},
                                    kind);
}

QString of(domain::LinkKind kind) {
    using enum domain::LinkKind;
    return nameIn<domain::LinkKind>({{repeat, QT_TRANSLATE_NOOP("Words", "Same matter again")},
                                     {samePerson, QT_TRANSLATE_NOOP("Words", "Same person")},
                                     {samePlace, QT_TRANSLATE_NOOP("Words", "Same place")},
                                     {related, QT_TRANSLATE_NOOP("Words", "Related")}},
                                    kind);
}

QString of(domain::Solved solved) {
    using S = domain::Solved;
    return nameIn<S>({{S::solved, QT_TRANSLATE_NOOP("Words", "Solved")},
                      {S::partly, QT_TRANSLATE_NOOP("Words", "Partly solved")},
                      {S::unsolved, QT_TRANSLATE_NOOP("Words", "Not solved")}},
                     solved);
}

QString of(domain::Satisfied satisfied) {
    using S = domain::Satisfied;
    return nameIn<S>({{S::satisfied, QT_TRANSLATE_NOOP("Words", "Satisfied")},
                      {S::basic, QT_TRANSLATE_NOOP("Words", "Basically satisfied")},
                      {S::dissatisfied, QT_TRANSLATE_NOOP("Words", "Dissatisfied")}},
                     satisfied);
}

QString of(domain::Secrecy value) {
    using E = domain::Secrecy;
    return nameIn<E>({{E::open, QT_TRANSLATE_NOOP("Words", "Open")},
                      {E::callerHidden, QT_TRANSLATE_NOOP("Words", "Caller hidden")},
                      {E::restricted, QT_TRANSLATE_NOOP("Words", "Restricted")}},
                     value);
}

QString of(domain::RequestKind value) {
    using E = domain::RequestKind;
    return nameIn<E>({{E::refusal, QT_TRANSLATE_NOOP("Words", "Not accepting")},
                      {E::extension, QT_TRANSLATE_NOOP("Words", "Extension")},
                      {E::suspension, QT_TRANSLATE_NOOP("Words", "Suspension")},
                      {E::unreasonable, QT_TRANSLATE_NOOP("Words", "Unreasonable appeal")},
                      {E::beyondDuty, QT_TRANSLATE_NOOP("Words", "Beyond our duty")},
                      {E::appraisal, QT_TRANSLATE_NOOP("Words", "Objection to the assessment")}},
                     value);
}

QString of(domain::RequestState value) {
    using E = domain::RequestState;
    return nameIn<E>({{E::open, QT_TRANSLATE_NOOP("Words", "Undecided")},
                      {E::approved, QT_TRANSLATE_NOOP("Words", "Approved")},
                      {E::rejected, QT_TRANSLATE_NOOP("Words", "Rejected")},
                      {E::takenBack, QT_TRANSLATE_NOOP("Words", "Taken back")}},
                     value);
}

QString of(domain::SupervisionLevel value) {
    using E = domain::SupervisionLevel;
    return nameIn<E>({{E::normal, QT_TRANSLATE_NOOP("Words", "Supervision")},
                      {E::yellow, QT_TRANSLATE_NOOP("Words", "Yellow card")},
                      {E::red, QT_TRANSLATE_NOOP("Words", "Red card")}},
                     value);
}

QString of(domain::SupervisionState value) {
    using E = domain::SupervisionState;
    return nameIn<E>({{E::issued, QT_TRANSLATE_NOOP("Words", "To be answered")},
                      {E::askedBack, QT_TRANSLATE_NOOP("Words", "Relief asked for")},
                      {E::answered, QT_TRANSLATE_NOOP("Words", "Answered")},
                      {E::done, QT_TRANSLATE_NOOP("Words", "Done")},
                      {E::cancelled, QT_TRANSLATE_NOOP("Words", "Cancelled")}},
                     value);
}

QString of(domain::TicketFlag value) {
    using E = domain::TicketFlag;
    return nameIn<E>({{E::hard, QT_TRANSLATE_NOOP("Words", "Hard case")},
                      {E::key, QT_TRANSLATE_NOOP("Words", "Key case")},
                      {E::provincial, QT_TRANSLATE_NOOP("Words", "Provincial case")},
                      {E::group, QT_TRANSLATE_NOOP("Words", "Group appeal")},
                      {E::unrest, QT_TRANSLATE_NOOP("Words", "May cause unrest")}},
                     value);
}

QString of(domain::LookBackOutcome value) {
    using E = domain::LookBackOutcome;
    return nameIn<E>({{E::upheld, QT_TRANSLATE_NOOP("Words", "The result stands")},
                      {E::redo, QT_TRANSLATE_NOOP("Words", "To be done again")},
                      {E::suspended, QT_TRANSLATE_NOOP("Words", "To be suspended")}},
                     value);
}

QString of(domain::TermUnit value) {
    using E = domain::TermUnit;
    return nameIn<E>({{E::workingDay, QT_TRANSLATE_NOOP("Words", "working days")},
                      {E::day, QT_TRANSLATE_NOOP("Words", "calendar days")},
                      {E::workHour, QT_TRANSLATE_NOOP("Words", "work hours")},
                      {E::hour, QT_TRANSLATE_NOOP("Words", "hours")},
                      {E::minute, QT_TRANSLATE_NOOP("Words", "minutes")}},
                     value);
}

QString of(const domain::Term& term) { return QStringLiteral("%1 %2").arg(term.amount).arg(of(term.unit)); }

}  // namespace zhida::ui::words
