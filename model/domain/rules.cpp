// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/rules.h"

#include <algorithm>

namespace zhida::domain {
namespace {

/// The item with that code; nullptr when there is none.
template <class T>
const T* withCode(const std::vector<T>& items, std::string_view code) {
    const auto it = std::find_if(items.begin(), items.end(), [code](const T& each) { return each.code == code; });
    return it == items.end() ? nullptr : &*it;
}

template <class T>
bool holds(const std::vector<T>& items, const T& value) {
    return std::find(items.begin(), items.end(), value) != items.end();
}

}  // namespace

std::optional<TermChoice> Rules::termOf(Stage stage, const Matter& matter) const {
    auto choice = chooseTerm(deadlines, stage, matter);
    return !choice && stage == Stage::redo ? chooseTerm(deadlines, Stage::solve, matter) : choice;
}

std::optional<Instant> Rules::dueOf(Stage stage, const Matter& matter, Instant from) const {
    const auto choice = termOf(stage, matter);
    if (!choice) {
        return std::nullopt;
    }
    const auto deadline = dueAfter(calendar, from, choice->term);
    return deadline ? std::optional(deadline->due) : std::nullopt;
}

const Responsibility* Rules::responsible(const CategoryCode& category, const RegionCode& region) const {
    const Responsibility* best = nullptr;
    for (const Responsibility& row : responsibilities) {
        const bool fits =
            !category.empty() && category.value.starts_with(row.category) && region.value.starts_with(row.region);
        const auto weight = [](const Responsibility& r) { return std::pair(r.category.size(), r.region.size()); };
        if (fits && (best == nullptr || weight(row) > weight(*best))) {
            best = &row;
        }
    }
    return best;
}

UnitCode Rules::proposedUnit(const CategoryCode& category, const RegionCode& region) const {
    const Responsibility* row = responsible(category, region);
    return row == nullptr ? UnitCode{} : row->unit;
}

bool Rules::offers(AppealType type) const {
    return appealTypes.empty() || withCode(appealTypes, codeOf(type)) != nullptr;
}

bool Rules::knowsReturnReason(std::string_view reason) const { return withCode(returnReasons, reason) != nullptr; }

const CodedText* Rules::extensionReason(std::string_view reason) const { return withCode(extensionReasons, reason); }

const RefusalReason* Rules::refusalReason(std::string_view reason) const { return withCode(refusalReasons, reason); }

const EmergencyNumber* Rules::emergencyNumber(std::string_view number) const {
    return withCode(emergencyNumbers, number);
}

const Ladder* Rules::ladder(std::string_view name) const { return withCode(ladders, name); }

const Form* Rules::form(std::string_view name, int formVersion) const {
    const Form* best = nullptr;
    for (const Form& each : forms) {
        const bool fits = each.code == name && (formVersion == 0 ? !each.retired : each.version == formVersion);
        if (fits && (best == nullptr || each.version > best->version)) {
            best = &each;
        }
    }
    return best;
}

CategoryCode Rules::mapped(std::string_view tree, std::string_view foreign) const {
    const CategoryMap* map = withCode(categoryMaps, tree);
    if (map == nullptr) {
        return {};
    }
    const CategoryPair* best = nullptr;
    for (const CategoryPair& pair : map->pairs) {
        if (foreign.starts_with(pair.from) && (best == nullptr || pair.from.size() > best->from.size())) {
            best = &pair;
        }
    }
    return best == nullptr ? CategoryCode{} : best->to;
}

int Rules::extensionsFor(std::string_view reason) const {
    const bool complex = holds(extensions.complexReasons, std::string(reason));
    return complex ? std::max(extensions.most, extensions.mostComplex) : extensions.most;
}

bool Rules::needsRedo(Solved solved, Satisfied satisfied) const {
    return holds(redo.whenSolved, solved) || holds(redo.whenSatisfied, satisfied);
}

}  // namespace zhida::domain
