// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/xlsx_reader.h"

#include "app/importing/joined_tables.h"
#include "app/importing/mapping.h"
#include "model/base/utf8.h"

#include <algorithm>
#include <deque>

namespace zhida::importing {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
/// Where the header is looked for; a sheet of one column alone has it in its first row.
constexpr std::size_t kLeadingRows = 20;
constexpr std::size_t kShownNames = 200;
/// Rows of headings under the first one.
constexpr std::size_t kGroupRows = 2;

/// A heading that was broken into lines to fit is one name: without a blank between Chinese characters.
std::string oneLine(std::string_view text) {
    std::string line;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto isPlain = [text](std::size_t at) { return at < text.size() && (text[at] & 0x80) == 0; };
        if (text[i] != '\n') {
            line.push_back(text[i]);
        } else if (i > 0 && isPlain(i - 1) && isPlain(i + 1)) {
            line.push_back(' ');
        }
    }
    return line;
}

/// A sheet as a table: leading rows with a single cell are a title, the row behind them is the header.
class XlsxReader final : public RowReader {
public:
    XlsxReader(std::shared_ptr<const Workbook> workbook, const Sheet& sheet, ZipPart part, const SheetLimits& limits)
        : m_workbook(std::move(workbook)), m_name(sheet.name), m_rows(*m_workbook, std::move(part), limits) {
        readLead();
    }

    std::optional<Result<Row>> next() override {
        auto row = m_ahead.empty() ? m_rows.next() : std::optional(std::move(m_ahead.front()));
        if (!m_ahead.empty()) {
            m_ahead.pop_front();
        }
        if (!row) {
            return std::nullopt;
        }
        return row->fault ? Result<Row>(std::move(*row->fault)) : Result<Row>(tableRow(std::move(*row)));
    }
    [[nodiscard]] const std::vector<std::string>& header() const override { return m_header; }
    [[nodiscard]] const std::string& sheet() const override { return m_name; }

    [[nodiscard]] bool hasHeader() const { return !m_header.empty(); }
    /// A title page has a header of one cell.
    [[nodiscard]] bool isTable() const { return m_header.size() > 1; }
    /// Why there is nothing at all.
    [[nodiscard]] const Error* fault() const {
        return hasHeader() || m_ahead.empty() || !m_ahead.front().fault ? nullptr : &*m_ahead.front().fault;
    }

private:
    void readLead() {
        const auto isFilled = [](const SheetRow& row) { return !row.cells.empty(); };
        const auto isTableRow = [](const SheetRow& row) { return row.cells.size() > 1; };
        while (m_ahead.size() < kLeadingRows && (m_ahead.empty() || !isTableRow(m_ahead.back()))) {
            auto row = m_rows.next();
            if (!row) {
                break;
            }
            m_ahead.push_back(std::move(*row));
        }
        auto header = std::find_if(m_ahead.begin(), m_ahead.end(), isTableRow);
        if (header != m_ahead.end()) {
            header = underGroups(static_cast<std::size_t>(header - m_ahead.begin()));
        }
        header = header == m_ahead.end() ? std::find_if(m_ahead.begin(), m_ahead.end(), isFilled) : header;
        if (header != m_ahead.end()) {
            takeHeader(*header);
            passTitle(static_cast<std::size_t>(header - m_ahead.begin()));
        }
    }

    /// Over the headings may stand those of groups (基本信息, 办理信息): of the first rows the one with the most headings that we know.
    std::deque<SheetRow>::iterator underGroups(std::size_t first) {
        for (std::size_t more = 0; more < kGroupRows && m_ahead.size() == first + 1 + more; ++more) {
            if (auto row = m_rows.next()) {
                m_ahead.push_back(std::move(*row));
            }
        }
        const auto known = [](const SheetRow& row) {
            return std::count_if(row.cells.begin(), row.cells.end(),
                                 [](const auto& cell) { return isKnownHeading(oneLine(cell.second)); });
        };
        const auto begin = m_ahead.begin() + static_cast<std::ptrdiff_t>(first);
        const auto best = std::max_element(begin, m_ahead.end(),
                                           [&known](const auto& a, const auto& b) { return known(a) < known(b); });
        return known(*best) > 1 ? best : begin;
    }

    void takeHeader(const SheetRow& row) {
        m_columns.resize(row.cells.back().first + 1);
        for (const auto& [column, text] : row.cells) {
            m_columns[column] = oneLine(text);
        }
        nameColumns(m_columns);
        for (const auto& [column, text] : row.cells) {
            m_header.push_back(m_columns[column]);
        }
    }

    /// Drops the header and `before` rows ahead of it; of those, rows that could not be read stay.
    void passTitle(std::size_t before) {
        std::deque<SheetRow> kept;
        std::size_t passed = 0;
        std::string title;
        for (std::size_t i = 0; i < m_ahead.size(); ++i) {
            SheetRow& row = m_ahead[i];
            if (i > before || row.fault) {
                kept.push_back(std::move(row));
            } else if (i < before) {
                ++passed;
                title = title.empty() && !row.cells.empty() ? row.cells.front().second : title;
            }
        }
        m_ahead = std::move(kept);
        if (passed > 0) {
            m_titleRemark = Error("sheet.titleRows", {{"rows", std::to_string(passed)},
                                                      {"title", std::string(utf8::prefix(oneLine(title), 40))}});
        }
    }

    Row tableRow(SheetRow from) {
        Row row;
        row.line = from.line;
        row.remarks = std::move(from.remarks);
        if (m_titleRemark) {
            row.remarks.push_back(std::move(*m_titleRemark));
            m_titleRemark.reset();
        }
        if (!from.cells.empty() && from.cells.back().first >= m_columns.size()) {
            row.remarks.push_back(Error("row.columns", {{"have", std::to_string(from.cells.back().first + 1)},
                                                        {"expected", std::to_string(m_columns.size())}}));
        }
        for (auto& [column, text] : from.cells) {
            row.damaged = row.damaged || text.find(kReplacement) != std::string::npos;
            const bool isNamed = column < m_columns.size();
            row.fields[isNamed ? m_columns[column] : "#" + std::to_string(column + 1)] = std::move(text);
        }
        return row;
    }

    std::shared_ptr<const Workbook> m_workbook;
    std::string m_name;
    SheetStream m_rows;
    std::deque<SheetRow> m_ahead;
    std::vector<std::string> m_columns;  ///< by column
    std::vector<std::string> m_header;   ///< those with a heading
    std::optional<Error> m_titleRemark;
};

std::string namesOf(const std::vector<Sheet>& sheets) {
    std::string names;
    for (const Sheet& each : sheets) {
        names += (names.empty() ? "" : ", ") + each.name;
    }
    return std::string(utf8::prefix(names, kShownNames));
}

/// The visible sheets of an implementation list in tables of its own; nothing for any other workbook. A sheet that cannot be read is
/// told of when it is the one that is read.
std::unique_ptr<RowReader> itemList(const std::shared_ptr<const Workbook>& workbook, const XlsxOptions& options) {
    std::vector<NamedTable> tables;
    for (const Sheet& each : workbook->sheets()) {
        auto part = each.visible ? workbook->rowsOf(each) : Result<ZipPart>(Error("workbook.noSheet"));
        auto reader =
            part ? std::make_unique<XlsxReader>(workbook, each, std::move(*part), options.sheetLimits) : nullptr;
        if (reader && reader->isTable()) {
            tables.push_back({each.name, std::move(reader)});
        }
    }
    return isItemList(tables) ? joinItemList(std::move(tables)) : nullptr;
}

Result<std::unique_ptr<RowReader>> firstTable(const std::shared_ptr<const Workbook>& workbook,
                                              const XlsxOptions& options) {
    if (auto joined = options.sheet.empty() ? itemList(workbook, options) : nullptr) {
        return joined;
    }
    std::unique_ptr<XlsxReader> second;
    bool isKnown = options.sheet.empty();
    for (const Sheet& each : workbook->sheets()) {
        if (options.sheet.empty() ? !each.visible : each.name != options.sheet) {
            continue;
        }
        isKnown = true;
        auto part = workbook->rowsOf(each);
        if (!part) {
            return part.error();
        }
        auto reader = std::make_unique<XlsxReader>(workbook, each, std::move(*part), options.sheetLimits);
        if (reader->fault() != nullptr) {
            return *reader->fault();
        }
        if (reader->isTable()) {
            return Result<std::unique_ptr<RowReader>>(std::move(reader));
        }
        second = !second && reader->hasHeader() ? std::move(reader) : std::move(second);
    }
    if (!isKnown) {
        return Error("workbook.noSheet", {{"sheet", options.sheet}, {"sheets", namesOf(workbook->sheets())}});
    }
    return second ? Result<std::unique_ptr<RowReader>>(std::move(second)) : Error("import.empty");
}

}  // namespace

Result<std::unique_ptr<RowReader>> makeXlsxReader(const std::string& fileName, std::string_view bytes,
                                                  const XlsxOptions& options) {
    auto workbook = Workbook::open(bytes, options.zipLimits);
    auto reader = workbook ? firstTable(std::make_shared<const Workbook>(std::move(*workbook)), options)
                           : Result<std::unique_ptr<RowReader>>(workbook.error());
    if (reader) {
        return reader;
    }
    Error why = reader.error();
    why.args.emplace_back("file", fileName);
    return why;
}

}  // namespace zhida::importing
