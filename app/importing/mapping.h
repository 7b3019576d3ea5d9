// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/kinds.h"
#include "app/importing/row_reader.h"
#include "app/importing/time_reader.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How the columns of somebody else's file become our fields. A mapping is a JSON file; docs/importing.md describes it:
/// {"source":"nyc311","fields":{"title":"Complaint Type","content":"{Descriptor} {Resolution Description}"},
///  "time":{"format":"%m/%d/%Y %I:%M:%S %p","offset":"-05:00"},"defaults":{"appealType":"complaint"},
///  "values":{"state":{"Closed":"closed"}},"options":{"uniqueTitle":"warn","batchLimit":1000}}
namespace zhida::importing {

/// Literal text and columns in turn; a lone column keeps its JSON type.
struct Template {
    struct Part {
        std::string text;
        bool isColumn = false;
    };
    std::vector<Part> parts;

    [[nodiscard]] bool isColumn() const { return parts.size() == 1 && parts.front().isColumn; }
};

struct Mapping {
    std::string name;    ///< of a built-in one; else the file's
    std::string source;  ///< empty: the name of the imported file
    struct Field {
        std::string name;
        Template pattern;
        bool soleUser = false;  ///< of its one column: the value may be moved out of the row
    };
    std::vector<Field> fields;
    TimeFormat time;
    std::map<std::string, std::string> defaults;
    std::map<std::string, std::map<std::string, std::string>> values;
    bool warnRepeatedTitle = false;
    std::size_t batchLimit = 0;  ///< rows a batch by the city's own rule; more are a warning; 0: no such rule

    /// After the last field has been added.
    void findSoleUsers();
    /// Our fields of `row`; those that come out empty are left out. Consumes the row: long texts are moved, not copied.
    [[nodiscard]] Json apply(Json row) const;
};

/// What an import of `kind` can fill in.
const std::vector<std::string>& targetFields(Kind kind);

/// Errors: mapping.syntax{at} mapping.value{path,expected} mapping.field{field,allowed}.
Result<Mapping> mappingFromText(Kind kind, std::string_view json);

/// A shipped mapping whose columns are all in `header`, or, when the header has our own names, that one.
/// Error import.noMapping{kind,columns}.
Result<Mapping> mappingForHeader(Kind kind, const std::vector<std::string>& header);

/// A column that some shipped mapping reads, or a field of ours.
bool isKnownHeading(std::string_view heading);

}  // namespace zhida::importing
