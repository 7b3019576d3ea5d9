// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::importing {

using Json = nlohmann::json;

/// One row of a table or one object of a JSON file: names with text, or whatever JSON had.
struct Row {
    std::size_t line = 0;  ///< in the file, from 1: where the row begins
    bool damaged = false;  ///< some bytes were no text; U+FFFD stands for them
    Json fields = Json::object();
    std::vector<Error> remarks;  ///< odd, but readable
};

/// Hands out rows in the order of the file. The text must outlive the reader. A row that cannot be read is an error with
/// "line" among its arguments, and reading goes on behind it.
class RowReader {
public:
    virtual ~RowReader() = default;
    /// Nothing at the end. Errors: row.json{line,at} json.tooDeep json.number row.columns{line,have,expected} row.openQuote{line} row.notObject{line}.
    virtual std::optional<Result<Row>> next() = 0;
    /// Names of the columns; of a JSON file the names of its first object.
    [[nodiscard]] virtual const std::vector<std::string>& header() const = 0;
};

/// csv, tsv, jsonl or a JSON array, by the content and, where that leaves a doubt, by the file's name.
/// Errors: import.empty{file}; import.format{file,format} for a spreadsheet or another binary file.
Result<std::unique_ptr<RowReader>> makeReader(const std::string& fileName, std::string_view text);

std::unique_ptr<RowReader> makeCsvReader(std::string_view text, char separator);
std::unique_ptr<RowReader> makeJsonLinesReader(std::string_view text);
std::unique_ptr<RowReader> makeJsonArrayReader(std::string_view text);

}  // namespace zhida::importing
