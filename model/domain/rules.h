// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/form.h"
#include "model/domain/ladder.h"
#include "model/domain/rules_policies.h"
#include "model/domain/rules_terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What differs from city to city: one procedure file, the State Council's calendar beside it; see docs/procedures.md.
namespace zhida::domain {

/// Which state of the centre's rules this is. Number 0: never imported (as shipped, or a test's).
struct RulesVersion {
    std::uint64_t number = 0;
    Instant since = {};
    UserCode by = {};
    std::string why = {};
    std::uint64_t seq = 0;     ///< where the centre's log has it
    std::uint64_t before = 0;  ///< where the log has the version before; 0: this is the first
    bool operator==(const RulesVersion&) const = default;
    static constexpr auto fields() {
        using V = RulesVersion;
        return std::tuple{field(1, "number", &V::number), field(2, "since", &V::since), field(3, "by", &V::by),
                          field(4, "why", &V::why),       field(5, "seq", &V::seq),     field(6, "before", &V::before)};
    }
};

/// A text of law, a paper or an article that the rules follow.
struct RulesSource {
    std::string name;
    std::string place = {};  ///< article, paragraph, page
    bool operator==(const RulesSource&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "name", &RulesSource::name, FieldUse::required),
                          field(2, "place", &RulesSource::place)};
    }
};

struct EmergencyNumber {
    std::string code;
    std::string zh = {};
    std::string en = {};
    std::string number = {};
    bool operator==(const EmergencyNumber&) const = default;
    static constexpr auto fields() {
        using E = EmergencyNumber;
        return std::tuple{field(1, "code", &E::code, FieldUse::required), field(2, "zh", &E::zh, FieldUse::required),
                          field(3, "en", &E::en), field(4, "number", &E::number, FieldUse::required)};
    }
};

/// 分类对照: codes of another tree (province, petitions, 12315) in ours. The longest beginning that fits counts.
struct CategoryPair {
    std::string from;
    CategoryCode to = {};
    bool operator==(const CategoryPair&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "from", &CategoryPair::from, FieldUse::required),
                          field(2, "to", &CategoryPair::to, FieldUse::required)};
    }
};
struct CategoryMap {
    std::string code;  ///< of the other tree
    std::string zh = {};
    std::string en = {};
    std::vector<CategoryPair> pairs = {};
    bool operator==(const CategoryMap&) const = default;
    static constexpr auto fields() {
        using M = CategoryMap;
        return std::tuple{field(1, "code", &M::code, FieldUse::required), field(2, "zh", &M::zh, FieldUse::required),
                          field(3, "en", &M::en), field(4, "pairs", &M::pairs, FieldUse::required)};
    }
};

struct Rules {
    std::string code;  ///< of the procedure: "taishan"
    std::string centreName;
    std::string centreNameEn;
    std::string region6;  ///< first six digits of the ticket number
    RulesVersion version;
    std::vector<RulesSource> sources;
    Calendar calendar;

    std::vector<CodedText> appealTypes;  ///< what is offered, in order; empty: everything
    std::vector<CodedText> urgencies;    ///< the same
    std::vector<CodedText> channels;     ///< the same
    std::vector<EmergencyNumber> emergencyNumbers;

    std::vector<DeadlineRule> deadlines;
    int claimLeaseMinutes = 15;
    int undoRestSeconds = 20;              ///< a dispatch rests so long before it leaves
    Term archiveAfter{30, TermUnit::day};  ///< after closing
    CardPolicy cards;

    ReturnPolicy returns;
    ExtensionPolicy extensions;
    std::vector<CodedText> returnReasons;
    std::vector<CodedText> extensionReasons;
    std::vector<CodedText> suspensionReasons;  ///< 挂账
    std::vector<CodedText> rejectOpinions;     ///< of the centre's review
    std::vector<RefusalReason> refusalReasons;

    CallbackPolicy callback;
    RedoPolicy redo;
    std::vector<Ladder> ladders;
    std::vector<Form> forms;

    std::vector<Responsibility> responsibilities;
    std::vector<OpinionPreset> opinionPresets;
    std::vector<NotificationRule> notifications;
    MessagePolicy messages;
    std::vector<RosterRight> rosterRights;
    SameMatterPolicy sameMatter;
    InspectionPolicy inspection;
    std::vector<CategoryMap> categoryMaps;

    bool operator==(const Rules&) const = default;
    /// All but the centre and its office hours, which make the calendar.
    static constexpr auto fields() {
        return std::tuple{field(1, "code", &Rules::code),
                          field(2, "version", &Rules::version),
                          field(3, "sources", &Rules::sources),
                          field(4, "appealTypes", &Rules::appealTypes),
                          field(5, "urgencies", &Rules::urgencies),
                          field(6, "channels", &Rules::channels),
                          field(7, "emergencyNumbers", &Rules::emergencyNumbers),
                          field(8, "deadlines", &Rules::deadlines, FieldUse::required),
                          field(9, "claimLeaseMinutes", &Rules::claimLeaseMinutes),
                          field(10, "undoRestSeconds", &Rules::undoRestSeconds),
                          field(11, "archiveAfter", &Rules::archiveAfter),
                          field(12, "cards", &Rules::cards),
                          field(13, "returns", &Rules::returns),
                          field(14, "extensions", &Rules::extensions),
                          field(15, "returnReasons", &Rules::returnReasons),
                          field(16, "extensionReasons", &Rules::extensionReasons),
                          field(17, "suspensionReasons", &Rules::suspensionReasons),
                          field(18, "rejectOpinions", &Rules::rejectOpinions),
                          field(19, "refusalReasons", &Rules::refusalReasons),
                          field(20, "callback", &Rules::callback),
                          field(21, "redo", &Rules::redo),
                          field(22, "ladders", &Rules::ladders),
                          field(23, "forms", &Rules::forms),
                          field(24, "responsibilities", &Rules::responsibilities),
                          field(25, "opinionPresets", &Rules::opinionPresets),
                          field(26, "notifications", &Rules::notifications),
                          field(27, "rosterRights", &Rules::rosterRights),
                          field(28, "sameMatter", &Rules::sameMatter),
                          field(29, "inspection", &Rules::inspection),
                          field(30, "categoryMaps", &Rules::categoryMaps),
                          field(31, "messages", &Rules::messages)};
    }

    /// When `stage` of such a matter that began at `from` must be done; nothing when no row fits. A redo without a row of its
    /// own takes the term of solving.
    [[nodiscard]] std::optional<Instant> dueOf(Stage stage, const Matter& matter, Instant from) const;
    [[nodiscard]] std::optional<TermChoice> termOf(Stage stage, const Matter& matter) const;

    /// The row of the responsibility list with the longest category that fits, then the longest region; nullptr when none does.
    [[nodiscard]] const Responsibility* responsible(const CategoryCode& category, const RegionCode& region) const;
    /// The unit that leads by that row; empty when none fits.
    [[nodiscard]] UnitCode proposedUnit(const CategoryCode& category, const RegionCode& region) const;

    /// Empty lists offer everything.
    [[nodiscard]] bool offers(AppealType type) const;
    [[nodiscard]] bool knowsReturnReason(std::string_view code) const;
    [[nodiscard]] const CodedText* extensionReason(std::string_view code) const;
    [[nodiscard]] const RefusalReason* refusalReason(std::string_view code) const;
    [[nodiscard]] const EmergencyNumber* emergencyNumber(std::string_view code) const;
    [[nodiscard]] const Ladder* ladder(std::string_view code) const;
    /// `formVersion` 0: the latest that is not retired.
    [[nodiscard]] const Form* form(std::string_view code, int formVersion = 0) const;

    /// Our code for one of another tree; empty when the map does not know it.
    [[nodiscard]] CategoryCode mapped(std::string_view tree, std::string_view foreign) const;

    /// How often a ticket may be extended for this reason.
    [[nodiscard]] int extensionsFor(std::string_view reason) const;
    /// A called-back ticket is done anew.
    [[nodiscard]] bool needsRedo(Solved solved, Satisfied satisfied) const;
};

}  // namespace zhida::domain
