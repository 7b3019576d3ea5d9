// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/sheet_stream.h"

#include "app/importing/cell_place.h"
#include "model/base/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace zhida::importing {
namespace {

std::size_t numberOf(std::string_view text, std::size_t otherwise) {
    std::size_t value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && end == text.data() + text.size() ? value : otherwise;
}

/// Enough to find the place by.
std::string frontOf(std::string_view text) { return std::string(utf8::prefix(text, 40)); }

Error rowError(std::string_view code, std::string name, std::string value, std::size_t line) {
    return Error(code, {{std::move(name), std::move(value)}, {"line", std::to_string(line)}});
}

}  // namespace

/// The elements of a sheet, as rows.
class SheetHandler final : public XmlHandler {
public:
    SheetHandler(const Workbook& workbook, const SheetLimits& limits) : m_workbook(workbook), m_limits(limits) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (!m_inData) {
            m_inData = name == "sheetData";
        } else if (name == "row") {
            startRow(attributes["r"]);
        } else if (name == "c") {
            startCell(attributes);
        } else if (name == "rPh") {
            m_phonetic = true;
        } else if (name == "f") {
            m_cell.formula = true;
        } else {
            m_capturing = name == "v" || (name == "t" && !m_phonetic);
        }
    }

    void end(std::string_view name) override {
        m_capturing = false;
        if (name == "sheetData") {
            m_done = m_inData;
        } else if (name == "row") {
            endRow();
        } else if (name == "c") {
            endCell();
        } else if (name == "rPh") {
            m_phonetic = false;
        }
    }

    void text(std::string_view piece) override {
        if (m_capturing && !m_row.fault) {
            m_text += piece;
            limitRow(m_text.size());
        }
    }
    [[nodiscard]] bool isDone() const override { return m_done; }

    std::optional<SheetRow> take() {
        if (m_rows.empty()) {
            return std::nullopt;
        }
        SheetRow row = std::move(m_rows.front());
        m_rows.pop_front();
        return row;
    }
    void put(SheetRow row) { m_rows.push_back(std::move(row)); }
    /// Of the row that is being read, or of the one that would be next.
    [[nodiscard]] std::size_t line() const { return m_inRow ? m_row.line : m_line + 1; }
    [[nodiscard]] bool isTooLarge() const { return m_total > m_limits.sheet; }
    [[nodiscard]] std::string limit() const { return std::to_string(m_limits.sheet >> 20); }

private:
    struct Cell {
        std::size_t column = 0;
        std::string type;
        std::size_t style = 0;
        bool formula = false;
    };

    void startRow(std::string_view number) {
        m_inRow = true;
        m_isNumbered = !number.empty();
        m_row = {};
        m_rowSize = 0;
        m_nextColumn = 0;
        m_row.line = m_isNumbered ? numberOf(number, 0) : m_line + 1;
        if (m_row.line == 0 || m_row.line > kMostRows) {
            m_row.line = m_line + 1;
            refuse(rowError("row.reference", "cell", frontOf(number), m_row.line));
        }
        m_line = m_row.line;
    }

    void startCell(const XmlAttributes& attributes) {
        const std::string_view reference = attributes["r"];
        const auto place = reference.empty() ? CellPlace{m_nextColumn, m_row.line} : readCellPlace(reference);
        const bool inOrder = place && place->column >= m_nextColumn && place->column < kMostColumns &&
                             (place->line == m_row.line || !m_isNumbered);
        if (!inOrder) {
            refuse(rowError("row.reference", "cell", frontOf(reference), m_row.line));
        }
        m_cell = {inOrder ? place->column : m_nextColumn, std::string(attributes["t"]), numberOf(attributes["s"], 0)};
        m_nextColumn = m_cell.column + 1;
        m_text.clear();
    }

    void endCell() {
        std::string value = m_row.fault ? std::string() : cellText();
        m_text.clear();
        limitRow(value.size());
        if (!value.empty() && !m_row.fault) {
            m_rowSize += value.size();
            m_row.cells.emplace_back(m_cell.column, std::move(value));
        }
    }

    std::string cellText() {
        if (m_cell.type == "s") {
            const auto text = m_workbook.strings().at(numberOf(m_text, SIZE_MAX));
            if (!text && !m_text.empty()) {
                remark("cell.noText");
            }
            return std::string(text.value_or(std::string_view()));
        }
        if (m_cell.type == "e") {
            remark("cell.error", frontOf(m_text));
            return {};
        }
        if (m_cell.formula && m_text.empty() && m_cell.type != "str") {
            remark("cell.notCalculated");
        }
        if (m_cell.type == "str" || m_cell.type == "inlineStr") {
            return plainText(m_text);
        }
        return m_cell.type.empty() || m_cell.type == "n" ? number() : m_text;
    }

    std::string number() {
        NumberText number = numberText(m_text, m_workbook.formatOf(m_cell.style), m_workbook.from1904());
        if (number.cut) {
            remark("cell.longNumber", number.text);
        }
        return std::move(number.text);
    }

    void endRow() {
        if (!m_inRow) {
            return;
        }
        m_inRow = false;
        m_total += m_rowSize;
        if (m_row.fault || !m_row.cells.empty() || !m_row.remarks.empty()) {
            m_rows.push_back(std::move(m_row));
        }
        m_row = {};
        m_done = m_done || isTooLarge();
    }

    void limitRow(std::size_t more) {
        if (m_rowSize + more > m_limits.row) {
            refuse(rowError("row.tooLong", "limit", std::to_string(m_limits.row >> 20), m_row.line));
        }
    }
    void refuse(Error why) {
        m_row.fault = m_row.fault ? std::move(m_row.fault) : std::optional(std::move(why));
        m_row.cells.clear();
        m_row.remarks.clear();
        m_rowSize = 0;
        m_text.clear();
    }
    void remark(std::string_view code, std::string value = {}) {
        Error what(code, {{"cell", columnLetters(m_cell.column) + std::to_string(m_row.line)}});
        if (!value.empty()) {
            what.args.emplace_back("value", std::move(value));
        }
        m_row.remarks.push_back(std::move(what));
    }

    const Workbook& m_workbook;
    SheetLimits m_limits;
    std::deque<SheetRow> m_rows;
    SheetRow m_row;
    Cell m_cell;
    std::string m_text;
    std::size_t m_line = 0;
    std::size_t m_nextColumn = 0;
    std::size_t m_rowSize = 0;
    std::size_t m_total = 0;
    bool m_inData = false;
    bool m_inRow = false;
    bool m_isNumbered = false;  ///< the row says which it is
    bool m_capturing = false;
    bool m_phonetic = false;
    bool m_done = false;
};

SheetStream::SheetStream(const Workbook& workbook, ZipPart part, const SheetLimits& limits)
    : m_handler(std::make_unique<SheetHandler>(workbook, limits)),
      m_stream(std::make_unique<XmlStream>(std::move(part), *m_handler)) {}

SheetStream::~SheetStream() = default;
SheetStream::SheetStream(SheetStream&&) noexcept = default;
SheetStream& SheetStream::operator=(SheetStream&&) noexcept = default;

std::optional<SheetRow> SheetStream::next() {
    while (true) {
        if (auto row = m_handler->take()) {
            return row;
        }
        if (m_ended) {
            return std::nullopt;
        }
        const auto more = m_stream->feed();
        m_ended = !more || !*more;
        if (!more) {
            fail(more.error());
        } else if (m_ended && m_handler->isTooLarge()) {
            fail(Error("workbook.tooLarge", {{"part", m_stream->part()}, {"limit", m_handler->limit()}}));
        }
    }
}

void SheetStream::fail(const Error& why) {
    SheetRow row;
    row.line = m_handler->line();
    row.fault = why.code == "workbook.damaged" ? Error("row.brokenSheet", {{"part", why.arg("part")}}) : why;
    row.fault->args.emplace_back("line", std::to_string(row.line));
    m_handler->put(std::move(row));
}

}  // namespace zhida::importing
