// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the life of an article.
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace zhida::ui::words {
namespace {

using Named = std::pair<std::string_view, const char*>;

constexpr std::array<Named, 10> kSteps{{
    {"draft", QT_TRANSLATE_NOOP("Words", "Draft written")},
    {"submitted", QT_TRANSLATE_NOOP("Words", "Submitted for review")},
    {"unitApproved", QT_TRANSLATE_NOOP("Words", "Approved by the unit")},
    {"rejected", QT_TRANSLATE_NOOP("Words", "Sent back")},
    {"published", QT_TRANSLATE_NOOP("Words", "Published")},
    {"due", QT_TRANSLATE_NOOP("Words", "Fell due for review")},
    {"renewed", QT_TRANSLATE_NOOP("Words", "Renewed")},
    {"withdrawn", QT_TRANSLATE_NOOP("Words", "Withdrawn")},
    {"discarded", QT_TRANSLATE_NOOP("Words", "Draft given up")},
    {"imported", QT_TRANSLATE_NOOP("Words", "Imported")},
}};

constexpr std::array<Named, 26> kLint{{
    {"answer.missing", QT_TRANSLATE_NOOP("Words", "No answer to read out")},
    {"audience.missing", QT_TRANSLATE_NOOP("Words", "It does not say for whom")},
    {"category.missing", QT_TRANSLATE_NOOP("Words", "No category")},
    {"complaint.missing", QT_TRANSLATE_NOOP("Words", "No telephone for complaints")},
    {"fee.payOnline", QT_TRANSLATE_NOOP("Words", "Free, and yet paid online")},
    {"hours.workingDays", QT_TRANSLATE_NOOP("Words", "The hours do not say 工作日")},
    {"keyword.isTitle", QT_TRANSLATE_NOOP("Words", "A keyword is the title")},
    {"keyword.long", QT_TRANSLATE_NOOP("Words", "A keyword of more than 20 characters")},
    {"keywords.missing", QT_TRANSLATE_NOOP("Words", "No keywords")},
    {"online.visits", QT_TRANSLATE_NOOP("Words", "Wholly online, and yet a visit")},
    {"permit.noQuestion", QT_TRANSLATE_NOOP("Words", "A permit without a question")},
    {"phone.areaCode", QT_TRANSLATE_NOOP("Words", "A telephone without its area code")},
    {"phone.isComplaint", QT_TRANSLATE_NOOP("Words", "The same telephone for questions and complaints")},
    {"place.inexact", QT_TRANSLATE_NOOP("Words", "The place is not exact to a window or room")},
    {"projectType.promise", QT_TRANSLATE_NOOP("Words", "Promise and kind of procedure contradict each other")},
    {"promise.missing", QT_TRANSLATE_NOOP("Words", "No promised time")},
    {"result.noSample", QT_TRANSLATE_NOOP("Words", "No sample of the result")},
    {"result.type", QT_TRANSLATE_NOOP("Words", "Name and type of the result contradict each other")},
    {"steps.exceedPromise", QT_TRANSLATE_NOOP("Words", "The steps take longer than promised")},
    {"title.long", QT_TRANSLATE_NOOP("Words", "A title of more than 128 characters")},
    {"title.missing", QT_TRANSLATE_NOOP("Words", "No title")},
    {"title.repeated", QT_TRANSLATE_NOOP("Words", "Another article has this title")},
    {"unit.missing", QT_TRANSLATE_NOOP("Words", "No unit looks after it")},
    {"visits.missing", QT_TRANSLATE_NOOP("Words", "It does not say how many visits")},
    {"visits.noOtherWay", QT_TRANSLATE_NOOP("Words", "No visit, and neither online nor by mail")},
    {"visits.noReason", QT_TRANSLATE_NOOP("Words", "Visits without a reason")},
}};

template <std::size_t N>
const char* wordIn(const std::array<Named, N>& names, std::string_view code) {
    for (const auto& [each, source] : names) {
        if (each == code) {
            return source;
        }
    }
    return nullptr;
}

QString translated(const char* source, std::string_view code) {
    return source == nullptr ? q(code) : QCoreApplication::translate("Words", source);
}

}  // namespace

QString of(domain::ArticleStage stage) {
    switch (stage) {
        case domain::ArticleStage::none:
            return QCoreApplication::translate("Words", "Nothing under way");
        case domain::ArticleStage::draft:
            return QCoreApplication::translate("Words", "Draft");
        case domain::ArticleStage::unitReview:
            return QCoreApplication::translate("Words", "Unit review");
        case domain::ArticleStage::centreReview:
            return QCoreApplication::translate("Words", "Centre review");
    }
    return {};
}

QString of(domain::Trust trust) {
    switch (trust) {
        case domain::Trust::unverified:
            return QCoreApplication::translate("Words", "Not verified");
        case domain::Trust::verified:
            return QCoreApplication::translate("Words", "Verified");
        case domain::Trust::due:
            return QCoreApplication::translate("Words", "Due for review");
        case domain::Trust::expired:
            return QCoreApplication::translate("Words", "Expired");
        case domain::Trust::withdrawn:
            return QCoreApplication::translate("Words", "Withdrawn article");
    }
    return {};
}

QString of(domain::TaskKind kind) {
    switch (kind) {
        case domain::TaskKind::correction:
            return QCoreApplication::translate("Words", "Correction");
        case domain::TaskKind::missing:
            return QCoreApplication::translate("Words", "Article missing");
        case domain::TaskKind::review:
            return QCoreApplication::translate("Words", "Review due");
    }
    return {};
}

QString of(domain::SuggestionKind kind) {
    switch (kind) {
        case domain::SuggestionKind::category:
            return QCoreApplication::translate("Words", "Category");
        case domain::SuggestionKind::unit:
            return QCoreApplication::translate("Words", "Unit");
        case domain::SuggestionKind::article:
            return QCoreApplication::translate("Words", "Article");
    }
    return {};
}

QString of(domain::TaskState state) {
    switch (state) {
        case domain::TaskState::open:
            return QCoreApplication::translate("Words", "Open");
        case domain::TaskState::fixed:
            return QCoreApplication::translate("Words", "Mended");
        case domain::TaskState::rejected:
            return QCoreApplication::translate("Words", "Nothing changed");
        case domain::TaskState::settled:
            return QCoreApplication::translate("Words", "Settled");
    }
    return {};
}

QString ofArticleStep(std::string_view act) { return translated(wordIn(kSteps, act), act); }

QString ofLint(std::string_view rule) { return translated(wordIn(kLint, rule), rule); }

bool knowsLint(std::string_view rule) { return wordIn(kLint, rule) != nullptr; }

}  // namespace zhida::ui::words
