// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/row_reader.h"

#include "app/importing/text_file.h"
#include "app/importing/xlsx_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_set>

namespace zhida::importing {
namespace {

std::string extensionOf(const std::string& fileName) {
    std::string extension = std::filesystem::path(fileName).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

/// The separator that the first line has most of.
char separatorOf(std::string_view text, const std::string& extension) {
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    char best = extension == ".tsv" ? '\t' : ',';
    auto most = std::count(line.begin(), line.end(), best);
    for (const char each : std::array{'\t', ';', ','}) {
        if (const auto count = std::count(line.begin(), line.end(), each); count > most) {
            best = each;
            most = count;
        }
    }
    return best;
}

std::string_view binaryFormat(std::string_view text) {
    if (text.substr(0, 15) == "SQLite format 3") {
        return "SQLite";
    }
    return text.substr(0, 4096).find('\0') == std::string_view::npos ? "" : "binary";
}

}  // namespace

const std::string& RowReader::sheet() const {
    static const std::string kNone;
    return kNone;
}

void nameColumns(std::vector<std::string>& headings) {
    std::unordered_set<std::string> taken;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        std::string& name = headings[i];
        name.erase(0, std::min(name.find_first_not_of(" \t"), name.size()));
        name.erase(name.find_last_not_of(" \t") + 1);
        if (name.empty() || taken.count(name) != 0) {
            name += "#" + std::to_string(i + 1);
        }
        taken.insert(name);
    }
}

Result<std::unique_ptr<RowReader>> makeReader(const std::string& fileName, std::string_view text,
                                              const std::string& sheet) {
    switch (containerOf(text)) {
        case Container::zip:
            return makeXlsxReader(fileName, text, XlsxOptions{sheet});
        case Container::compound:
            return Error("workbook.protected", {{"file", fileName}});
        case Container::none:
            break;
    }
    if (!sheet.empty()) {
        return Error("import.noSheets", {{"file", fileName}});
    }
    if (const std::string_view format = binaryFormat(text); !format.empty()) {
        return Error("import.format", {{"file", fileName}, {"format", std::string(format)}});
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) {
        return Error("import.empty", {{"file", fileName}});
    }
    const std::string extension = extensionOf(fileName);
    const bool table = extension == ".csv" || extension == ".tsv";
    if (text[first] == '[' && !table) {
        return makeJsonArrayReader(text);
    }
    if (text[first] == '{' || extension == ".jsonl" || extension == ".ndjson") {
        return makeJsonLinesReader(text);
    }
    if (extension == ".json") {
        return Error("import.format", {{"file", fileName}, {"format", "JSON"}});
    }
    return makeCsvReader(text, separatorOf(text, extension));
}

}  // namespace zhida::importing
