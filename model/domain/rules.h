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
    bool operator==(const RulesVersion&) const = default;
    static constexpr auto fields() {
        using V = RulesVersion;
        return std::tuple{field(1, "number", &V::number), field(2, "since", &V::since), field(3, "by", &V::by),
                          field(4, "why", &V::why)};
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

struct Rules {
    std::string code;  ///< of the procedure: "taian"
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
    std::vector<RosterRight> rosterRights;
    SameMatterPolicy sameMatter;
    InspectionPolicy inspection;

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
    /// `formVersion` 0: the latest.
    [[nodiscard]] const Form* form(std::string_view code, int formVersion = 0) const;

    /// How often a ticket may be extended for this reason.
    [[nodiscard]] int extensionsFor(std::string_view reason) const;
    /// A called-back ticket is done anew.
    [[nodiscard]] bool needsRedo(Solved solved, Satisfied satisfied) const;
};

}  // namespace zhida::domain
