// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <zip.h>

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace zhida::test {

using Parts = std::map<std::string, std::string>;

/// A zip archive of these parts, by their names.
inline std::string zipOf(const Parts& parts) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    zip_t* const archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, text] : parts) {
        zip_source_t* const source = zip_source_buffer(archive, text.data(), text.size(), 0);
        const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1'700'000'000, 0);
    }
    if (zip_close(archive) != 0) {
        throw std::runtime_error("no archive");
    }
    zip_stat_t about;
    zip_source_stat(target, &about);
    std::string bytes(about.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

/// A workbook out of the XML that a spreadsheet program writes into its parts.
class WorkbookMaker {
public:
    /// `rows` are <row> elements; `state`: hidden, veryHidden.
    WorkbookMaker& sheet(const std::string& name, const std::string& rows, const std::string& state = {}) {
        const std::string number = std::to_string(++m_sheets);
        m_list += "<sheet name=\"" + name + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
                  (state.empty() ? "" : " state=\"" + state + "\"") + "/>";
        relate("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        parts["xl/worksheets/sheet" + number + ".xml"] =
            kHead + ("<worksheet xmlns=\"" + kMain + "\"><sheetData>") + rows + "</sheetData></worksheet>";
        return *this;
    }
    /// `items` are <si> elements.
    WorkbookMaker& strings(const std::string& items) {
        relate("rIdS", "sharedStrings", "sharedStrings.xml");
        parts["xl/sharedStrings.xml"] = kHead + ("<sst xmlns=\"" + kMain + "\">") + items + "</sst>";
        return *this;
    }
    /// Cell style n has the n-th of these formats; a number is one that the workbook does not explain.
    WorkbookMaker& formats(const std::vector<std::string>& codes) {
        std::string explained;
        std::string styles;
        int next = 164;
        for (const std::string& code : codes) {
            const bool isNumber = code.find_first_not_of("0123456789") == std::string::npos && code.size() < 3;
            const std::string id = isNumber ? code : std::to_string(next++);
            if (!isNumber) {
                explained.append("<numFmt numFmtId=\"")
                    .append(id)
                    .append("\" formatCode=\"")
                    .append(code)
                    .append("\"/>");
            }
            styles += "<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>";
        }
        relate("rIdF", "styles", "styles.xml");
        parts["xl/styles.xml"] = kHead + ("<styleSheet xmlns=\"" + kMain + "\"><numFmts>") + explained +
                                 "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles +
                                 "</cellXfs></styleSheet>";
        return *this;
    }
    WorkbookMaker& from1904() {
        m_properties = "<workbookPr date1904=\"1\"/>";
        return *this;
    }

    [[nodiscard]] Parts allParts() const {
        Parts all{{"[Content_Types].xml", kHead + "<Types/>"},
                  {"_rels/.rels", kHead + "<Relationships><Relationship Id=\"rId1\" Type=\"" + kRelations +
                                      "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                  {"xl/workbook.xml", kHead + "<workbook xmlns=\"" + kMain + "\" xmlns:r=\"x\">" + m_properties +
                                          "<sheets>" + m_list + "</sheets></workbook>"},
                  {"xl/_rels/workbook.xml.rels", kHead + "<Relationships>" + m_relations + "</Relationships>"}};
        for (const auto& [name, text] : parts) {
            all[name] = text;
        }
        return all;
    }
    [[nodiscard]] std::string bytes() const { return zipOf(allParts()); }

    Parts parts;  ///< beside or instead of those that are made

private:
    void relate(const std::string& id, const std::string& type, const std::string& target) {
        m_relations += "<Relationship Id=\"" + id + "\" Type=\"" + kRelations + type + "\" Target=\"" + target + "\"/>";
    }

    inline static const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
    inline static const std::string kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    inline static const std::string kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    int m_sheets = 0;
    std::string m_list;
    std::string m_relations;
    std::string m_properties;
};

/// A row of texts, each in its cell.
inline std::string textRow(int number, const std::vector<std::string>& texts) {
    std::string row = "<row r=\"" + std::to_string(number) + "\">";
    char column = 'A';
    for (const std::string& text : texts) {
        const std::string place = column++ + std::to_string(number);
        if (!text.empty()) {
            row.append("<c r=\"")
                .append(place)
                .append("\" t=\"inlineStr\"><is><t>")
                .append(text)
                .append("</t></is></c>");
        }
    }
    return row + "</row>";
}

}  // namespace zhida::test
