// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_shape.h"

#include "model/domain/command.h"
#include "model/domain/record_command.h"
#include "ui/support/text.h"
#include "ui/support/words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace zhida::ui {
namespace {

template <class T>
struct Bare {
    using type = T;
};
template <class T>
struct Bare<std::optional<T>> {
    using type = T;
};

/// Texts that take more than a line.
bool isLong(std::string_view name) {
    static constexpr std::array<std::string_view, 11> kLong{"text",    "content", "opinion",  "note",
                                                            "wording", "answer",  "question", "internal",
                                                            "public",  "newFact", "reason"};
    return std::find(kLong.begin(), kLong.end(), name) != kLong.end();
}

template <class T>
constexpr FieldKind kindOf() {
    if constexpr (std::is_same_v<T, bool>) {
        return FieldKind::truth;
    } else if constexpr (CodedEnum<T>) {
        return FieldKind::option;
    } else if constexpr (std::is_same_v<T, UnitCode>) {
        return FieldKind::unit;
    } else if constexpr (std::is_same_v<T, std::vector<UnitCode>>) {
        return FieldKind::units;
    } else if constexpr (std::is_same_v<T, UserCode>) {
        return FieldKind::user;
    } else if constexpr (std::is_same_v<T, CategoryCode>) {
        return FieldKind::category;
    } else if constexpr (std::is_same_v<T, RegionCode>) {
        return FieldKind::region;
    } else if constexpr (std::is_same_v<T, TicketId>) {
        return FieldKind::ticket;
    } else if constexpr (std::is_same_v<T, Instant>) {
        return FieldKind::moment;
    } else if constexpr (std::is_same_v<T, domain::FilledForm>) {
        return FieldKind::form;
    } else if constexpr (std::is_same_v<T, std::vector<domain::PartShare>>) {
        return FieldKind::parts;
    } else if constexpr (std::is_same_v<T, std::vector<std::string>>) {
        return FieldKind::lines;
    } else if constexpr (std::is_same_v<T, std::vector<domain::LegalBasis>>) {
        return FieldKind::laws;
    } else if constexpr (std::is_same_v<T, domain::ServiceFacts>) {
        return FieldKind::facts;
    } else if constexpr (std::is_integral_v<T>) {
        return FieldKind::number;
    } else {
        return FieldKind::line;
    }
}

template <class Command>
std::vector<FieldShape> shapesOf() {
    std::vector<FieldShape> shapes;
    forEachField<Command>([&shapes](const auto& each) {
        using Member = std::decay_t<decltype(std::declval<Command>().*each.member)>;
        using T = typename Bare<Member>::type;
        if (each.use == FieldUse::internal) {
            return;
        }
        FieldShape shape{q(each.name), kindOf<T>(), each.use == FieldUse::required, IsOptional<Member>::value, {}};
        if constexpr (std::is_same_v<T, std::string>) {
            shape.kind = each.name == "term" ? FieldKind::term : isLong(each.name) ? FieldKind::text : FieldKind::line;
        }
        if constexpr (CodedEnum<T>) {
            for (const auto& row : EnumCodes<T>::kTable) {
                shape.options.push_back({q(row.second), words::of(row.first)});
            }
        }
        shapes.push_back(std::move(shape));
    });
    return shapes;
}

template <class Commands, std::size_t... At>
std::vector<FieldShape> find(std::string_view command, std::index_sequence<At...>) {
    std::vector<FieldShape> shapes;
    const auto look = [&]<class Command>(std::type_identity<Command>) {
        if (Command::kName == command) {
            shapes = shapesOf<Command>();
        }
    };
    (look(std::type_identity<std::variant_alternative_t<At, Commands>>{}), ...);
    return shapes;
}

}  // namespace

std::vector<FieldShape> fieldsOfCommand(std::string_view command) {
    using domain::RecordAct, domain::TicketCommand;
    std::vector<FieldShape> shapes =
        find<TicketCommand>(command, std::make_index_sequence<std::variant_size_v<TicketCommand>>{});
    return shapes.empty() ? find<RecordAct>(command, std::make_index_sequence<std::variant_size_v<RecordAct>>{})
                          : shapes;
}

}  // namespace zhida::ui
