// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/row_reader.h"
#include "app/importing/text_file.h"

#include <algorithm>

namespace zhida::importing {
namespace {

/// RFC 4180 with CR, LF or CR LF; a quote inside an unquoted cell is a plain character.
class CsvReader final : public RowReader {
public:
    CsvReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {
        if (readCells()) {
            m_header = m_cells;
            nameColumns(m_header);
        }
    }

    std::optional<Result<Row>> next() override {
        skipEmptyLines();
        if (m_at >= m_text.size()) {
            return std::nullopt;
        }
        Row row;
        row.line = m_line;
        m_damaged = false;
        if (!readCells()) {
            return Result<Row>(Error("row.openQuote", {{"line", std::to_string(row.line)}}));
        }
        return finish(std::move(row));
    }

    [[nodiscard]] const std::vector<std::string>& header() const override { return m_header; }

private:
    Result<Row> finish(Row row) {
        const auto columns = [this, &row](std::string_view code) {
            return Error(code, {{"line", std::to_string(row.line)},
                                {"have", std::to_string(m_cells.size())},
                                {"expected", std::to_string(m_header.size())}});
        };
        while (m_cells.size() > m_header.size() && m_cells.back().empty()) {
            m_cells.pop_back();
        }
        if (m_cells.size() > m_header.size()) {
            return columns("row.columns");
        }
        if (m_cells.size() < m_header.size()) {
            row.remarks.push_back(columns("row.fewColumns"));
        }
        row.damaged = m_damaged;
        for (std::size_t i = 0; i < m_cells.size(); ++i) {
            row.fields[m_header[i]] = std::move(m_cells[i]);
        }
        return row;
    }

    void skipEmptyLines() {
        while (m_at < m_text.size() && (m_text[m_at] == '\r' || m_text[m_at] == '\n')) {
            endLine();
        }
    }

    void endLine() {
        m_at += m_text.substr(m_at, 2) == "\r\n" ? 2 : 1;
        ++m_line;
    }

    /// One record into m_cells. False: a quote is never closed; then only its first line has been passed over.
    bool readCells() {
        const std::size_t start = m_at;
        const std::size_t line = m_line;
        m_cells.clear();
        while (true) {
            std::string cell;
            if (m_at < m_text.size() && m_text[m_at] == '"' && !readQuoted(cell)) {
                m_at = std::min(m_text.find('\n', start), m_text.size() - 1) + 1;
                m_line = line + 1;
                return false;
            }
            readPlain(cell);
            m_cells.push_back(repaired(cell, m_damaged));
            if (m_at >= m_text.size()) {
                return true;
            }
            if (m_text[m_at] != m_separator) {
                endLine();
                return true;
            }
            ++m_at;
        }
    }

    /// What stands between here and the next separator or line end; behind a closing quote normally nothing.
    void readPlain(std::string& cell) {
        const char stops[] = {m_separator, '\r', '\n'};
        const std::size_t end = std::min(m_text.find_first_of(std::string_view(stops, 3), m_at), m_text.size());
        cell.append(m_text.substr(m_at, end - m_at));
        m_at = end;
    }

    bool readQuoted(std::string& cell) {
        ++m_at;
        while (true) {
            const std::size_t quote = m_text.find('"', m_at);
            if (quote == std::string_view::npos) {
                return false;
            }
            const std::string_view part = m_text.substr(m_at, quote - m_at);
            cell.append(part);
            m_line += static_cast<std::size_t>(std::count(part.begin(), part.end(), '\n'));
            m_at = quote + 1;
            if (m_at >= m_text.size() || m_text[m_at] != '"') {
                return true;
            }
            cell.push_back('"');
            ++m_at;
        }
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
    bool m_damaged = false;
    std::vector<std::string> m_header;
    std::vector<std::string> m_cells;
};

}  // namespace

std::unique_ptr<RowReader> makeCsvReader(std::string_view text, char separator) {
    return std::make_unique<CsvReader>(text, separator);
}

}  // namespace zhida::importing
