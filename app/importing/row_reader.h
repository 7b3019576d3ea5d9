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
    std::size_t line = 0;  ///< in the file, from 1: where the row begins; of a sheet the number of its row
    bool damaged = false;  ///< some bytes were no text; U+FFFD stands for them
    Json fields = Json::object();
    std::vector<Error> remarks;  ///< odd, but readable
};

/// Hands out rows in the order of the file. The text must outlive the reader. A row that cannot be read is an error with
/// "line" among its arguments, and reading goes on behind it.
class RowReader {
public:
    virtual ~RowReader() = default;
    /// Nothing at the end. Errors: row.json{line,at} json.tooDeep json.number row.columns{line,have,expected} row.openQuote{line}
    /// row.notObject{line}, and those of SheetStream.
    virtual std::optional<Result<Row>> next() = 0;
    /// Names of the columns; of a JSON file the names of its first object.
    [[nodiscard]] virtual const std::vector<std::string>& header() const = 0;
    /// Of a workbook the name of the sheet that is read; else empty.
    [[nodiscard]] virtual const std::string& sheet() const;
};

/// xlsx, csv, tsv, jsonl or a JSON array, by the content and, where that leaves a doubt, by the file's name. `sheet` is for a
/// workbook. Errors: import.empty{file}; import.format{file,format} for another binary file; import.noSheets{file} when a sheet
/// is named and the file has none; workbook.protected{file} for an encrypted or an old workbook; those of makeXlsxReader().
Result<std::unique_ptr<RowReader>> makeReader(const std::string& fileName, std::string_view text,
                                              const std::string& sheet = {});

std::unique_ptr<RowReader> makeCsvReader(std::string_view text, char separator);
std::unique_ptr<RowReader> makeJsonLinesReader(std::string_view text);
std::unique_ptr<RowReader> makeJsonArrayReader(std::string_view text);

/// Headings without blanks around them; one that is empty or there already gets "#" and its number, from 1.
void nameColumns(std::vector<std::string>& headings);

}  // namespace zhida::importing
