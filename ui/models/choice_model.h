// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>

#include <string>
#include <vector>

namespace zhida::ui {

struct Choice {
    std::string code;
    QString name;  ///< what is searched first
    QString path;  ///< what is shown: "Town / Village"
};

/// Choices out of a long list (categories, regions, units, actions), narrowed by what is typed: part of the path, initials or
/// syllables of pinyin, or the beginning of the code.
class ChoiceModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { kCode = Qt::UserRole + 1 };
    static constexpr std::size_t kMost = 60;

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setChoices(std::vector<Choice> choices);
    void narrow(const QString& typed);
    [[nodiscard]] QString pathOf(const std::string& code) const;
    /// The code whose whole path or name this is; empty when none or several.
    [[nodiscard]] std::string codeOf(const QString& text) const;
    [[nodiscard]] const Choice* choice(int row) const;

private:
    struct Entry {
        Choice choice;
        std::u32string foldedName, foldedPath;
    };
    [[nodiscard]] int rankOf(const Entry& entry, const std::u32string& typed, const std::string& letters) const;

    std::vector<Entry> m_all;
    std::vector<std::size_t> m_shown;
};

}  // namespace zhida::ui
