// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rules_page.h"

#include "ui/delegates/widgets.h"
#include "ui/dialogs/rules_trial_panel.h"
#include "ui/support/rules_words.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>

#include <algorithm>

namespace zhida::ui {
namespace {

/// The innermost list of records on the way to `path`; empty when there is none.
std::string listOn(const std::string& path) {
    std::string found;
    for (std::size_t end = 0; end <= path.size(); ++end) {
        if (end == path.size() || path[end] == '.' || path[end] == '[') {
            const std::string way = path.substr(0, end);
            const RulesField* const field = way.empty() || way.back() == ']' ? nullptr : rulesFieldAt(way);
            found = field != nullptr && field->isRecordList() ? way : found;
        }
    }
    return found;
}

/// Entries with lists in them need room.
bool hasLists(const std::string& list) {
    const auto& fields = rulesFieldAt(list)->fields;
    return std::any_of(fields.begin(), fields.end(), [](const RulesField& each) { return each.isRecordList(); });
}

}  // namespace

RulesPage::RulesPage(RulesPresenter& presenter, const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_presenter(presenter),
      m_clock(clock),
      m_way(label({}, TypeSize::heading, true)),
      m_back(button(tr("Back"), QStringLiteral("back"))),
      m_layout(column(this, 0, space::kSmall)) {
    auto* head = row();
    m_back->setToolTip(tr("To the list around it (Alt+Left)"));
    m_way->setTextInteractionFlags(Qt::NoTextInteraction);
    head->addWidget(m_back);
    head->addWidget(m_way, 1);
    m_layout->addLayout(head);
    connect(m_back, &QPushButton::clicked, this, &RulesPage::back);
    connect(&presenter.document(), &RulesDocument::structureChanged, this, [this](const std::string& list) {
        const std::string around = rulesPath::parent(m_list);
        if (list.empty() && !around.empty() && m_presenter.document().at(around) == nullptr) {
            open(rulesPath::section(m_list));  // what it was in is gone
        }
    });
}

void RulesPage::open(const std::string& path) {
    const std::string list = listOn(path);
    const std::string part = rulesPartOf(path);
    const std::string record = list.empty() ? part : std::string();
    if (m_content == nullptr || list != m_list || record != m_record) {
        build(list, record);
    }
    std::string field = path.substr(std::min(path.size(), list.empty() ? part.size() : list.size()));
    if (m_table != nullptr && field.starts_with('[')) {
        m_table->select(rulesPath::split(std::string_view(path).substr(0, path.find(']', list.size()) + 1)).second);
        field = field.substr(field.find(']') + 1);
    }
    field = field.starts_with('.') ? field.substr(1) : field;
    const std::string name = field.substr(0, field.find_first_of(".["));
    if (m_form == nullptr || !m_form->focusField(name)) {
        m_table != nullptr ? m_table->setFocus() : m_form->focusFirst();
    }
    showWay();
    emit partChanged(part);
}

QScrollArea* RulesPage::scrolled(QWidget* inner) {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    return scroll;
}

void RulesPage::build(const std::string& list, const std::string& record) {
    delete m_content;
    m_table = nullptr;
    m_form = nullptr;
    m_trial = nullptr;
    m_list = list;
    m_record = record;
    m_content = new QWidget;
    auto* layout = column(m_content, 0, space::kSmall);
    m_layout->addWidget(m_content, 1);
    if (m_list.empty()) {
        m_form = new RulesRecordForm(m_presenter, m_record);
        connect(m_form, &RulesRecordForm::opened, this, &RulesPage::open);
        layout->addWidget(scrolled(m_form), 1);
    } else {
        buildList(layout);
    }
    m_content->show();  // at once: somebody may be typing ahead
}

void RulesPage::buildList(QVBoxLayout* layout) {
    m_table = new RulesTable(m_presenter, m_list);
    layout->addWidget(m_table, 4);
    auto* below = new QWidget;
    auto* across = row(below, 0, space::kMedium);
    auto* fields = new QWidget;
    m_below = column(fields, 0, 0);
    m_none = mutedLabel(tr("Nothing is in this list. Ins adds an entry."));
    m_below->addWidget(m_none);
    across->addWidget(fields, 3);
    if (m_list == "deadlines") {
        m_trial = new RulesTrialPanel(m_presenter, m_clock);
        connect(m_trial, &RulesTrialPanel::rowMatched, m_table, &RulesTable::select);
        across->addWidget(m_trial, 2);
    }
    layout->addWidget(below, m_trial != nullptr || hasLists(m_list) ? 4 : 0);
    connect(m_table, &RulesTable::rowChanged, this, &RulesPage::showRow);
    connect(m_table, &RulesTable::opened, this, [this] {
        if (m_form != nullptr) {
            m_form->focusFirst();
        }
    });
    showRow(m_table->row());
}

void RulesPage::showRow(int row) {
    m_none->setVisible(row < 0);
    if (row < 0) {
        if (m_form != nullptr) {
            m_below->itemAt(1)->widget()->hide();
        }
    } else if (m_form == nullptr) {
        m_form = new RulesRecordForm(m_presenter, rulesPath::item(m_list, row));
        connect(m_form, &RulesRecordForm::opened, this, &RulesPage::open);
        QScrollArea* scroll = scrolled(m_form);
        if (m_trial == nullptr && !hasLists(m_list)) {
            scroll->setFixedHeight(m_form->sizeHint().height() + space::kMedium);  // the list takes what is left
        }
        m_below->addWidget(scroll, 1);
        scroll->show();
    } else {
        m_below->itemAt(1)->widget()->show();
        m_form->setPath(rulesPath::item(m_list, row));
    }
    showWay();
}

void RulesPage::showWay() {
    const std::string place = m_list.empty() ? m_record : m_list;
    m_way->setText(place.empty() ? words::ofRulesField("") : words::ofRulesPlace(place));
    m_back->setVisible(!listOn(rulesPath::parent(m_list)).empty() ||
                       (!m_list.empty() && m_list.find('.') != std::string::npos));
}

bool RulesPage::back() {
    if (m_list.find('.') == std::string::npos) {
        return false;
    }
    const std::string inner = m_list;
    open(rulesPath::parent(m_list));  // the entry, or the record that the list stands in
    if (m_form != nullptr) {
        m_form->focusField(inner.substr(inner.rfind('.') + 1));
    }
    return true;
}

}  // namespace zhida::ui
