// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/words.h"

#include "ui/support/text.h"

#include <QCoreApplication>

#include <array>
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

using Named = std::pair<std::string_view, const char*>;

template <std::size_t N>
QString nameIn(const std::array<Named, N>& names, std::string_view code) {
    for (const auto& [each, source] : names) {
        if (each == code) {
            return QCoreApplication::translate("Words", source);
        }
    }
    return q(code);
}

constexpr std::array<Named, 14> kCommands{{
    {"ticket.register", QT_TRANSLATE_NOOP("Words", "Register")},
    {"ticket.claim", QT_TRANSLATE_NOOP("Words", "Claim")},
    {"ticket.release", QT_TRANSLATE_NOOP("Words", "Release")},
    {"ticket.supplement", QT_TRANSLATE_NOOP("Words", "Supplement")},
    {"ticket.directAnswer", QT_TRANSLATE_NOOP("Words", "Direct answer")},
    {"ticket.dispatch", QT_TRANSLATE_NOOP("Words", "Dispatch")},
    {"ticket.sign", QT_TRANSLATE_NOOP("Words", "Sign")},
    {"ticket.requestReturn", QT_TRANSLATE_NOOP("Words", "Request return")},
    {"ticket.decideReturn", QT_TRANSLATE_NOOP("Words", "Decide return")},
    {"ticket.reply", QT_TRANSLATE_NOOP("Words", "Reply")},
    {"ticket.review", QT_TRANSLATE_NOOP("Words", "Review")},
    {"ticket.callback", QT_TRANSLATE_NOOP("Words", "Callback")},
    {"ticket.comment", QT_TRANSLATE_NOOP("Words", "Comment")},
    {"ticket.link", QT_TRANSLATE_NOOP("Words", "Link")},
}};

constexpr std::array<Named, 39> kFields{{
    {"title", QT_TRANSLATE_NOOP("Words", "Title")},
    {"content", QT_TRANSLATE_NOOP("Words", "Content")},
    {"appealType", QT_TRANSLATE_NOOP("Words", "Type of appeal")},
    {"channel", QT_TRANSLATE_NOOP("Words", "Channel")},
    {"callerName", QT_TRANSLATE_NOOP("Words", "Caller's name")},
    {"callerPhone", QT_TRANSLATE_NOOP("Words", "Caller's phone")},
    {"contactPhone", QT_TRANSLATE_NOOP("Words", "Contact phone")},
    {"urgency", QT_TRANSLATE_NOOP("Words", "Urgency")},
    {"category", QT_TRANSLATE_NOOP("Words", "Category")},
    {"region", QT_TRANSLATE_NOOP("Words", "Region")},
    {"address", QT_TRANSLATE_NOOP("Words", "Address")},
    {"secret", QT_TRANSLATE_NOOP("Words", "Secret")},
    {"remark", QT_TRANSLATE_NOOP("Words", "Remark")},
    {"text", QT_TRANSLATE_NOOP("Words", "Text")},
    {"article", QT_TRANSLATE_NOOP("Words", "Article")},
    {"lead", QT_TRANSLATE_NOOP("Words", "Lead unit")},
    {"assist", QT_TRANSLATE_NOOP("Words", "Assisting units")},
    {"deadline", QT_TRANSLATE_NOOP("Words", "Deadline")},
    {"note", QT_TRANSLATE_NOOP("Words", "Note")},
    {"reason", QT_TRANSLATE_NOOP("Words", "Reason")},
    {"basis", QT_TRANSLATE_NOOP("Words", "Basis")},
    {"suggestedUnit", QT_TRANSLATE_NOOP("Words", "Suggested unit")},
    {"opinion", QT_TRANSLATE_NOOP("Words", "Opinion")},
    {"internal", QT_TRANSLATE_NOOP("Words", "Internal record")},
    {"public", QT_TRANSLATE_NOOP("Words", "Public answer")},
    {"approve", QT_TRANSLATE_NOOP("Words", "Decision")},
    {"solved", QT_TRANSLATE_NOOP("Words", "Solved")},
    {"satisfied", QT_TRANSLATE_NOOP("Words", "Satisfied")},
    {"connected", QT_TRANSLATE_NOOP("Words", "Call")},
    {"callbackWanted", QT_TRANSLATE_NOOP("Words", "Call back wanted")},
    {"mayNotReturn", QT_TRANSLATE_NOOP("Words", "No further return")},
    {"kind", QT_TRANSLATE_NOOP("Words", "Kind of link")},
    {"other", QT_TRANSLATE_NOOP("Words", "Other ticket")},
    {"unit", QT_TRANSLATE_NOOP("Words", "Unit")},
    {"user", QT_TRANSLATE_NOOP("Words", "User")},
    {"name", QT_TRANSLATE_NOOP("Words", "Name")},
    {"role", QT_TRANSLATE_NOOP("Words", "Role")},
    {"why", QT_TRANSLATE_NOOP("Words", "Reason for the change")},
    {"password", QT_TRANSLATE_NOOP("Words", "Password")},
}};

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
                                        {closed, QT_TRANSLATE_NOOP("Words", "Closed")}},
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

QString ofCommand(std::string_view name) { return nameIn(kCommands, name); }

QString ofField(std::string_view name) { return nameIn(kFields, name); }

}  // namespace zhida::ui::words
