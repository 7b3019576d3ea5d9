// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/choice_model.h"

#include "model/search/fold.h"
#include "model/search/letters.h"
#include "ui/support/text.h"

#include <algorithm>
#include <utility>

namespace zhida::ui {
namespace {

constexpr int kNoMatch = 100;
constexpr double kReadsWell = 0.75;  // every letter, one character after the other, perhaps inside the name

/// Letters alone, or nothing: what may be pinyin.
std::string lettersOf(const std::u32string& typed) {
    std::string letters;
    for (const char32_t each : typed) {
        if (each < U'a' || each > U'z') {
            return {};
        }
        letters.push_back(static_cast<char>(each));
    }
    return letters;
}

}  // namespace

int ChoiceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const {
    const Choice* each = index.isValid() ? choice(index.row()) : nullptr;
    if (each == nullptr) {
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return each->path;
        case kCode:
            return q(each->code);
        default:
            return {};
    }
}

void ChoiceModel::setChoices(std::vector<Choice> choices) {
    beginResetModel();
    m_all.clear();
    for (Choice& each : choices) {
        std::u32string name = search::foldText(s(each.name)).chars;
        std::u32string path = search::foldText(s(each.path)).chars;
        m_all.push_back({std::move(each), std::move(name), std::move(path)});
    }
    m_shown.clear();
    for (std::size_t i = 0; i < std::min(m_all.size(), kMost); ++i) {
        m_shown.push_back(i);
    }
    endResetModel();
}

void ChoiceModel::narrow(const QString& typed) {
    const std::u32string folded = search::foldText(s(typed.simplified())).chars;
    const std::string letters = lettersOf(folded);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (const int rank = rankOf(m_all[i], folded, letters); rank < kNoMatch) {
            ranked.emplace_back(rank, i);
        }
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    beginResetModel();
    m_shown.clear();
    for (std::size_t i = 0; i < std::min(ranked.size(), kMost); ++i) {
        m_shown.push_back(ranked[i].second);
    }
    endResetModel();
}

int ChoiceModel::rankOf(const Entry& entry, const std::u32string& typed, const std::string& letters) const {
    if (typed.empty() || entry.foldedName == typed) {
        return 0;
    }
    if (entry.foldedName.starts_with(typed)) {
        return 1;
    }
    if (entry.foldedName.find(typed) != std::u32string::npos) {
        return 2;
    }
    if (entry.foldedPath.find(typed) != std::u32string::npos) {
        return 4;
    }
    if (letters.empty()) {
        return entry.choice.code.starts_with(search::toUtf8(typed)) ? 5 : kNoMatch;
    }
    if (search::fitLetters(entry.foldedName, letters).score >= kReadsWell) {
        return 3;
    }
    return entry.choice.code.starts_with(letters) ? 5 : kNoMatch;
}

QString ChoiceModel::pathOf(const std::string& code) const {
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&code](const Entry& each) { return each.choice.code == code; });
    return found == m_all.end() ? q(code) : found->choice.path;
}

std::string ChoiceModel::codeOf(const QString& text) const {
    std::string code;
    for (const Entry& each : m_all) {
        if (each.choice.path == text) {
            return each.choice.code;
        }
        if (each.choice.name == text) {
            if (!code.empty()) {
                return {};
            }
            code = each.choice.code;
        }
    }
    return code;
}

const Choice* ChoiceModel::choice(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &m_all[m_shown[static_cast<std::size_t>(row)]].choice;
}

}  // namespace zhida::ui
