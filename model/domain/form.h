// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/rules_terms.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

/// Forms as data: a city's own fields for a step. A filled form keeps the version it was filled with.
namespace zhida::domain {

enum class FormFieldKind : std::uint8_t { text = 1, longText, integer, date, time, choice, choices, yesNo, phone };

/// A question that every centre asks at a callback, and that the figures count. A city's own sheet may ask it in its own words.
enum class CallbackQuestion : std::uint8_t {
    process = 1,  ///< content with how it was handled
    factsTrue,    ///< what the unit wrote is so
    contacted,    ///< its people did speak with the caller
};

/// Holds when the field has one of these values (of "choices": one of them among its own).
struct FormCondition {
    std::string fieldCode;
    std::vector<std::string> is = {};
    bool operator==(const FormCondition&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "field", &FormCondition::fieldCode, FieldUse::required),
                          field(2, "is", &FormCondition::is, FieldUse::required)};
    }
};

struct FormField {
    std::string code;
    std::string zh = {};
    std::string en = {};
    FormFieldKind kind = FormFieldKind::text;
    std::vector<CodedText> options = {};  ///< of choice and choices
    bool required = false;
    std::vector<FormCondition> shownWhen = {};     ///< all must hold; else the field is not there
    std::vector<FormCondition> requiredWhen = {};  ///< all must hold; counts besides `required`
    int least = 0;                                 ///< characters of a text, value of an integer, number of choices
    int most = 0;                                  ///< the same; 0: no bound
    std::optional<CallbackQuestion> answers =
        {};  ///< of a callback sheet: the answer counts as that of the centre's question
    bool operator==(const FormField&) const = default;
    static constexpr auto fields() {
        using F = FormField;
        return std::tuple{field(1, "code", &F::code, FieldUse::required),
                          field(2, "zh", &F::zh, FieldUse::required),
                          field(3, "en", &F::en),
                          field(4, "kind", &F::kind, FieldUse::required),
                          field(5, "options", &F::options),
                          field(6, "required", &F::required),
                          field(7, "shownWhen", &F::shownWhen),
                          field(8, "requiredWhen", &F::requiredWhen),
                          field(9, "least", &F::least),
                          field(10, "most", &F::most),
                          field(11, "answers", &F::answers)};
    }
};

/// The step that a form belongs to.
enum class FormUse : std::uint8_t { registration = 1, reply, callback, round, closing, inspection, other };

struct Form {
    std::string code;
    int version = 1;
    std::string zh = {};
    std::string en = {};
    FormUse use = FormUse::other;
    std::vector<FormField> fieldList = {};
    bool retired = false;   ///< no longer offered; kept for the tickets that were filled in with it
    bool demanded = false;  ///< the step is refused without it: registration, reply, a callback that reached somebody
    bool operator==(const Form&) const = default;
    static constexpr auto fields() {
        using F = Form;
        return std::tuple{field(1, "code", &F::code, FieldUse::required),
                          field(2, "version", &F::version),
                          field(3, "zh", &F::zh, FieldUse::required),
                          field(4, "en", &F::en),
                          field(5, "use", &F::use, FieldUse::required),
                          field(6, "fields", &F::fieldList, FieldUse::required),
                          field(7, "retired", &F::retired),
                          field(8, "demanded", &F::demanded)};
    }
};

/// One value of a filled form; several choices are joined by a comma.
struct FormValue {
    std::string code;
    std::string value;
    bool operator==(const FormValue&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "field", &FormValue::code, FieldUse::required),
                          field(2, "value", &FormValue::value)};
    }
};

struct FilledForm {
    std::string form;
    int version = 1;
    std::vector<FormValue> values = {};
    bool operator==(const FilledForm&) const = default;
    static constexpr auto fields() {
        return std::tuple{field(1, "form", &FilledForm::form, FieldUse::required),
                          field(2, "version", &FilledForm::version), field(3, "values", &FilledForm::values)};
    }
};

/// Is the field there, and must it be filled, with these values of the others?
struct FieldNeed {
    bool shown = true;
    bool required = false;
    bool operator==(const FieldNeed&) const = default;
};
FieldNeed needOf(const FormField& field, const std::vector<FormValue>& values);

/// Everything that is wrong, in the order of the fields; empty: it may be kept. Errors: form.missing{form,field}
/// form.value{form,field,expected} form.notShown{form,field} form.unknownField{form,field} form.twice{form,field}
std::vector<Error> problemsOf(const Form& form, const std::vector<FormValue>& values);

}  // namespace zhida::domain

ZHIDA_CODES(zhida::domain::FormFieldKind, 9, {text, "text"}, {longText, "longText"}, {integer, "integer"},
            {date, "date"}, {time, "time"}, {choice, "choice"}, {choices, "choices"}, {yesNo, "yesNo"},
            {phone, "phone"});
ZHIDA_CODES(zhida::domain::CallbackQuestion, 3, {process, "process"}, {factsTrue, "factsTrue"},
            {contacted, "contacted"});
ZHIDA_CODES(zhida::domain::FormUse, 7, {registration, "registration"}, {reply, "reply"}, {callback, "callback"},
            {round, "round"}, {closing, "closing"}, {inspection, "inspection"}, {other, "other"});
