// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/form.h"

#include "model/base/time.h"
#include "model/base/utf8.h"

#include <algorithm>
#include <charconv>

namespace zhida::domain {
namespace {

std::string_view valueOf(const std::vector<FormValue>& values, std::string_view code) {
    for (const FormValue& each : values) {
        if (each.code == code) {
            return each.value;
        }
    }
    return {};
}

std::vector<std::string> partsOf(std::string_view value) {
    std::vector<std::string> parts;
    while (!value.empty()) {
        const std::size_t comma = value.find(',');
        parts.emplace_back(value.substr(0, comma));
        value.remove_prefix(comma == std::string_view::npos ? value.size() : comma + 1);
    }
    return parts;
}

bool holds(const FormCondition& condition, const std::vector<FormValue>& values) {
    const auto parts = partsOf(valueOf(values, condition.fieldCode));
    return std::any_of(parts.begin(), parts.end(), [&condition](const std::string& part) {
        return std::find(condition.is.begin(), condition.is.end(), part) != condition.is.end();
    });
}

bool allHold(const std::vector<FormCondition>& conditions, const std::vector<FormValue>& values) {
    return std::all_of(conditions.begin(), conditions.end(),
                       [&values](const FormCondition& each) { return holds(each, values); });
}

bool inBounds(const FormField& field, long long measure) {
    return measure >= field.least && (field.most == 0 || measure <= field.most);
}

std::string boundsOf(const FormField& field) {
    return field.most == 0 ? "at least " + std::to_string(field.least)
                           : std::to_string(field.least) + ".." + std::to_string(field.most);
}

bool isOption(const FormField& field, std::string_view code) {
    return std::any_of(field.options.begin(), field.options.end(),
                       [code](const CodedText& each) { return each.code == code; });
}

std::string optionsOf(const FormField& field) {
    std::string codes;
    for (const CodedText& each : field.options) {
        codes += (codes.empty() ? "" : " ") + each.code;
    }
    return codes;
}

/// What was expected instead; empty when the value fits.
std::string expectedText(const FormField& field, std::string_view value) {
    return inBounds(field, static_cast<long long>(utf8::length(value))) ? "" : boundsOf(field) + " characters";
}

std::string expectedInteger(const FormField& field, std::string_view value) {
    long long number = 0;
    const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool whole = failure == std::errc{} && end == value.data() + value.size();
    return whole && inBounds(field, number) ? "" : "integer, " + boundsOf(field);
}

std::string expectedChoices(const FormField& field, std::string_view value) {
    auto parts = partsOf(value);
    for (const std::string& each : parts) {
        if (!isOption(field, each)) {
            return optionsOf(field);
        }
    }
    std::sort(parts.begin(), parts.end());
    const bool twice = std::adjacent_find(parts.begin(), parts.end()) != parts.end();
    return !twice && inBounds(field, static_cast<long long>(parts.size())) ? "" : boundsOf(field) + " choices";
}

std::string expectedPhone(std::string_view value) {
    const auto digits = std::count_if(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool clean = value.find_first_not_of("0123456789+- ") == std::string_view::npos;
    return clean && digits >= 3 && digits <= 20 ? "" : "3 to 20 digits";
}

std::string expected(const FormField& field, std::string_view value) {
    switch (field.kind) {
        case FormFieldKind::text:
        case FormFieldKind::longText:
            return expectedText(field, value);
        case FormFieldKind::integer:
            return expectedInteger(field, value);
        case FormFieldKind::date:
            return parseDay(value) ? "" : "yyyy-mm-dd";
        case FormFieldKind::time:
            return parseIso(value, UtcOffset{}) ? "" : "yyyy-mm-ddThh:mm";
        case FormFieldKind::choice:
            return isOption(field, value) ? "" : optionsOf(field);
        case FormFieldKind::choices:
            return expectedChoices(field, value);
        case FormFieldKind::yesNo:
            return value == "yes" || value == "no" ? "" : "yes no";
        case FormFieldKind::phone:
            return expectedPhone(value);
    }
    return "a known kind";
}

/// Goes down the fields; what is not shown counts as empty for the conditions below it.
class FormCheck {
public:
    FormCheck(const Form& form, const std::vector<FormValue>& values) : m_form(form), m_values(values) {}

    std::vector<Error> run() {
        findStrangers();
        for (const FormField& field : m_form.fieldList) {
            check(field);
        }
        return std::move(m_problems);
    }

private:
    void add(std::string_view code, std::string_view field, const std::string& wanted = {}) {
        Error error(code, {{"form", m_form.code}, {"field", std::string(field)}});
        if (!wanted.empty()) {
            error.args.emplace_back("expected", wanted);
        }
        m_problems.push_back(std::move(error));
    }

    void findStrangers() {
        for (std::size_t i = 0; i < m_values.size(); ++i) {
            const std::string& code = m_values[i].code;
            const auto same = [&code](const auto& each) { return each.code == code; };
            if (std::none_of(m_form.fieldList.begin(), m_form.fieldList.end(), same)) {
                add("form.unknownField", code);
            } else if (std::any_of(m_values.begin(), m_values.begin() + static_cast<std::ptrdiff_t>(i), same)) {
                add("form.twice", code);
            }
        }
    }

    void check(const FormField& field) {
        const FieldNeed need = needOf(field, m_shown);
        const std::string_view value = valueOf(m_values, field.code);
        if (!need.shown) {
            if (!value.empty()) {
                add("form.notShown", field.code);
            }
            return;
        }
        m_shown.push_back({field.code, std::string(value)});
        const bool blank = value.find_first_not_of(" \t\r\n") == std::string_view::npos;
        if (blank) {
            if (need.required) {
                add("form.missing", field.code);
            }
            return;
        }
        if (const std::string wanted = expected(field, value); !wanted.empty()) {
            add("form.value", field.code, wanted);
        }
    }

    const Form& m_form;
    const std::vector<FormValue>& m_values;
    std::vector<FormValue> m_shown;
    std::vector<Error> m_problems;
};

}  // namespace

FieldNeed needOf(const FormField& field, const std::vector<FormValue>& values) {
    if (!allHold(field.shownWhen, values)) {
        return {false, false};
    }
    return {true, field.required || (!field.requiredWhen.empty() && allHold(field.requiredWhen, values))};
}

std::vector<Error> problemsOf(const Form& form, const std::vector<FormValue>& values) {
    return FormCheck(form, values).run();
}

}  // namespace zhida::domain
