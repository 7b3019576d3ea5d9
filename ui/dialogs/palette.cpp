// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/palette.h"

#include "ui/delegates/widgets.h"
#include "ui/support/icons.h"
#include "ui/support/text.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <utility>

namespace zhida::ui {
namespace {

ActionId actionOf(const QModelIndex& index) {
    return static_cast<ActionId>(index.data(ChoiceModel::kCode).toString().toInt());
}

class PaletteDelegate : public QStyledItemDelegate {
public:
    PaletteDelegate(const std::map<ActionId, QString>& barred, QObject* parent)
        : QStyledItemDelegate(parent), m_barred(barred) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const ActionRow& action = actionRow(actionOf(index));
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        painter->fillRect(option.rect, selected ? theme().accentSoft : theme().surface);
        const QRect area = option.rect.adjusted(space::kMedium, 0, -space::kMedium, 0);
        const auto why = m_barred.find(action.id);
        const QColor ink = why == m_barred.end() ? theme().text : theme().muted;
        painter->drawPixmap(area.left(), area.center().y() - 9, iconPixmap(QString::fromLatin1(action.icon), 18, ink));
        painter->setFont(uiFont());
        painter->setPen(ink);
        const QString name = actionText(action.id);
        painter->drawText(area.adjusted(30, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
        const int taken = 30 + painter->fontMetrics().horizontalAdvance(name) + space::kMedium;
        painter->setFont(uiFont(TypeSize::small));
        painter->setPen(theme().muted);
        const QString side = why == m_barred.end()
                                 ? groupText(action.group) + QStringLiteral("   ") + keyText(action.id)
                                 : painter->fontMetrics().elidedText(why->second, Qt::ElideRight, area.width() - taken);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, side);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {400, 36}; }

private:
    const std::map<ActionId, QString>& m_barred;
};

}  // namespace

Palette::Palette(const std::set<ActionId>& enabled, std::map<ActionId, QString> barred, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),
      m_barred(std::move(barred)),
      m_text(new QLineEdit),
      m_list(new QListView) {
    setWindowTitle(actionText(ActionId::palette));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* outer = column(this, 0, 0);
    QFrame* card = frame("card");
    outer->addWidget(card);
    auto* layout = column(card, space::kSmall, space::kSmall);
    m_text->setPlaceholderText(tr("What do you want to do? Words or initials of pinyin"));
    m_text->setAccessibleName(actionText(ActionId::palette));
    m_text->installEventFilter(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    resize(560, 440);
    std::vector<Choice> choices;
    for (const bool possible : {true, false}) {
        for (const ActionRow& each : actionTable()) {
            const bool fits = enabled.contains(each.id) ? possible : !possible && m_barred.contains(each.id);
            if (each.inPalette && fits) {
                choices.push_back(
                    {std::to_string(static_cast<int>(each.id)), actionText(each.id), actionText(each.id)});
            }
        }
    }
    m_model.setChoices(std::move(choices));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_barred, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setCurrentIndex(m_model.index(0));
    m_list->setAccessibleName(tr("Actions"));
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_model.narrow(text);
        m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_list, &QListView::clicked, this, &Palette::choose);
}

void Palette::choose(const QModelIndex& index) {
    if (index.isValid()) {
        const ActionId action = actionOf(index);
        close();
        emit chosen(action);
    }
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_list->currentIndex());
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int at = m_list->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1);
            if (at >= 0 && at < m_model.rowCount()) {
                m_list->setCurrentIndex(m_model.index(at));
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace zhida::ui
