// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/xlsx_reader.h"

#include "app/importing/text_file.h"
#include "model/base/utf8.h"
#include "tests/support/workbook_maker.h"

#include <gtest/gtest.h>

#include <random>

namespace zhida::importing {
namespace {

using test::Parts;
using test::textRow;
using test::WorkbookMaker;
using test::zipOf;

WorkbookMaker plainMaker() {
    WorkbookMaker maker;
    maker.strings("<si><t>共享</t></si>").formats({"General", "yyyy-mm-dd"});
    maker.sheet("表", textRow(1, {"a", "b"}) +
                          R"(<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="1"><v>45000</v></c></row>)" +
                          textRow(3, {"三", "x"}) + textRow(4, {"四", "y"}));
    return maker;
}

std::string without(const std::string& part) {
    Parts parts = plainMaker().allParts();
    parts.erase(part);
    return zipOf(parts);
}

std::string with(const std::string& part, const std::string& text) {
    WorkbookMaker maker = plainMaker();
    maker.parts[part] = text;
    return maker.bytes();
}

std::string withPassword() {
    const std::string bytes = plainMaker().bytes();
    std::string locked = bytes;
    for (std::size_t at = locked.find("PK\x03\x04"); at != std::string::npos; at = locked.find("PK\x03\x04", at + 4)) {
        locked[at + 6] = static_cast<char>(locked[at + 6] | 1);
    }
    for (std::size_t at = locked.find("PK\x01\x02"); at != std::string::npos; at = locked.find("PK\x01\x02", at + 4)) {
        locked[at + 8] = static_cast<char>(locked[at + 8] | 1);
    }
    return locked;
}

struct BadFile {
    const char* name;
    std::string bytes;
    const char* code;
};

std::vector<BadFile> badFiles() {
    const std::string good = plainMaker().bytes();
    const std::string entity =
        R"(<!DOCTYPE sst [<!ENTITY a "lol"><!ENTITY b SYSTEM "file:///etc/passwd">]><sst><si><t>&a;&b;</t></si></sst>)";
    return {
        {"onlyTheMark", std::string("PK\x03\x04rest"), "workbook.unreadable"},
        {"cutInHalf", good.substr(0, good.size() / 2), "workbook.unreadable"},
        {"cutAtTheEnd", good.substr(0, good.size() - 10), "workbook.unreadable"},
        {"oldOrEncrypted", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(512, '\0'), "workbook.protected"},
        {"partsWithPassword", withPassword(), "workbook.protected"},
        {"emptyArchive", std::string("PK\x05\x06") + std::string(18, '\0'), "workbook.missingPart"},
        {"anotherArchive", zipOf({{"readme.txt", "x"}}), "workbook.missingPart"},
        {"noWorkbook", without("xl/workbook.xml"), "workbook.missingPart"},
        {"noRelations", without("xl/_rels/workbook.xml.rels"), "workbook.missingPart"},
        {"noSheetPart", without("xl/worksheets/sheet1.xml"), "workbook.missingPart"},
        {"noStrings", without("xl/sharedStrings.xml"), "workbook.missingPart"},
        {"noStyles", without("xl/styles.xml"), "workbook.missingPart"},
        {"aDocument", with("xl/workbook.xml", "<document/>"), "workbook.missingPart"},
        {"noXml", with("xl/workbook.xml", "\x01\x02"), "workbook.damaged"},
        {"emptyXml", with("xl/styles.xml", ""), "workbook.damaged"},
        {"brokenStrings", with("xl/sharedStrings.xml", "<sst><si><t>x</si>"), "workbook.damaged"},
        {"entityInStrings", with("xl/sharedStrings.xml", entity), "workbook.doctype"},
        {"doctypeInSheet", with("xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet><worksheet/>"), "workbook.doctype"},
        {"unknownEntity", with("xl/sharedStrings.xml", "<sst><si><t>&a;</t></si></sst>"), "workbook.damaged"},
        {"unknownEncoding", with("xl/styles.xml", R"(<?xml version="1.0" encoding="GBK"?><styleSheet/>)"),
         "workbook.damaged"},
        {"endlessTag", with("xl/styles.xml", "<styleSheet a=\"" + std::string(3 << 20, 'x') + "\"/>"),
         "workbook.damaged"},
        {"binaryWorkbook",
         with(
             "_rels/.rels",
             R"(<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>)"),
         "import.format"},
        {"brokenBeforeTheFirstRow", with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c"),
         "row.brokenSheet"},
        {"emptySheet", with("xl/worksheets/sheet1.xml", "<worksheet/>"), "import.empty"}};
}

TEST(XlsxBadInput, HasAClearError) {
    for (const BadFile& each : badFiles()) {
        const auto reader = makeReader("a.xlsx", each.bytes);
        ASSERT_FALSE(reader.ok()) << each.name;
        EXPECT_EQ(reader.error().code, each.code) << each.name;
        EXPECT_EQ(reader.error().arg("file"), "a.xlsx") << each.name;
    }
}

TEST(XlsxBadInput, IsNotTakenForText) {
    const TextFile file = TextFile::ofBytes(plainMaker().bytes());
    EXPECT_EQ(file.text(), plainMaker().bytes());
    EXPECT_EQ(makeReader("a.csv", "a,b\n1,2\n", "表").error().code, "import.noSheets");
    EXPECT_EQ(makeReader("a.csv", plainMaker().bytes(), "表").value()->sheet(), "表");
}

/// "2" of a row that is read, "!3 row.reference" of one that is refused.
std::vector<std::string> outcome(const std::string& bytes, const XlsxOptions& options = {}) {
    auto reader = makeXlsxReader("a.xlsx", bytes, options);
    if (!reader) {
        return {reader.error().code};
    }
    std::vector<std::string> lines;
    while (auto row = (*reader)->next()) {
        lines.push_back(*row ? std::to_string((*row)->line) : "!" + row->error().arg("line") + " " + row->error().code);
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(XlsxBadInput, ABrokenSheetKeepsTheRowsBefore) {
    const std::string whole = plainMaker().allParts()["xl/worksheets/sheet1.xml"];
    const auto cutBehind = [&whole](const std::string& mark) {
        return outcome(with("xl/worksheets/sheet1.xml", whole.substr(0, whole.find(mark) + mark.size())));
    };
    EXPECT_EQ(cutBehind("<c r=\"A4\""), (Lines{"2", "3", "!4 row.brokenSheet"}));
    EXPECT_EQ(cutBehind("<row r=\"4\">"), (Lines{"2", "3", "!4 row.brokenSheet"}));
    EXPECT_EQ(cutBehind("x</t></is></c></row>"), (Lines{"2", "3", "!4 row.brokenSheet"}));
    EXPECT_EQ(cutBehind("</sheetData>"), (Lines{"2", "3", "4"})) << "nothing behind the rows matters";
}

TEST(XlsxBadInput, AnAbsurdPlaceCostsOneRow) {
    const auto read = [](const std::string& row) {
        WorkbookMaker maker;
        maker.sheet("表", textRow(1, {"a", "b"}) + row + textRow(9, {"9", "9"}));
        return outcome(maker.bytes());
    };
    const Lines refused{"!2 row.reference", "9"};
    EXPECT_EQ(read(R"(<row r="2"><c r="ZZZZZZ99999999999"><v>1</v></c></row>)"), refused);
    EXPECT_EQ(read(R"(<row r="2"><c r="XFE2"><v>1</v></c></row>)"), refused);
    EXPECT_EQ(read(R"(<row r="2"><c r="A3"><v>1</v></c></row>)"), refused);
    EXPECT_EQ(read(R"(<row r="2"><c r="B2"><v>1</v></c><c r="B2"><v>2</v></c></row>)"), refused);
    EXPECT_EQ(read(R"(<row r="99999999999999999999999"><c r="A2"><v>1</v></c></row>)"), refused);
    EXPECT_EQ(read(R"(<row r="0"><c><v>1</v></c></row>)"), refused);
    EXPECT_EQ(read(R"(<row r="-2"><c><v>1</v></c></row>)"), refused);
    std::string wide = "<row r=\"2\">";
    for (int i = 0; i < 16'385; ++i) {
        wide += "<c><v>1</v></c>";
    }
    EXPECT_EQ(read(wide + "</row>"), refused);
}

TEST(XlsxBadInput, ABombIsNotUnpacked) {
    XlsxOptions options;
    options.zipLimits.unwatched = 1 << 20;
    const std::string blanks(8 << 20, ' ');
    const std::string sheet = plainMaker().allParts()["xl/worksheets/sheet1.xml"];
    const std::size_t third = sheet.find("<row r=\"3\"");
    const std::string bomb = sheet.substr(0, third) + blanks + sheet.substr(third);
    EXPECT_EQ(outcome(with("xl/worksheets/sheet1.xml", bomb), options), (Lines{"2", "!3 workbook.tooLarge"}));
    EXPECT_EQ(outcome(with("xl/sharedStrings.xml", "<sst>" + blanks + "</sst>"), options), Lines{"workbook.tooLarge"});
    options.zipLimits.ratio = 100'000;
    EXPECT_EQ(outcome(with("xl/worksheets/sheet1.xml", bomb), options), (Lines{"2", "3", "4"}));
    options.zipLimits.part = 2 << 20;
    EXPECT_EQ(outcome(with("xl/styles.xml", "<a>" + blanks + "</a>"), options), Lines{"workbook.tooLarge"});
}

TEST(XlsxBadInput, ASharedTextCannotFillTheMemory) {
    WorkbookMaker maker;
    maker.strings("<si><t>" + std::string(1000, 'x') + "</t></si>");
    std::string rows = textRow(1, {"a", "b"});
    for (int line = 2; line < 6; ++line) {
        rows += "<row r=\"" + std::to_string(line) + "\">";
        for (int i = 0; i < (line == 3 ? 9 : 2); ++i) {
            rows += "<c t=\"s\"><v>0</v></c>";
        }
        rows += "</row>";
    }
    maker.sheet("表", rows);
    XlsxOptions options;
    options.sheetLimits.row = 5000;
    EXPECT_EQ(outcome(maker.bytes(), options), (Lines{"2", "!3 row.tooLong", "4", "5"}));
    options.sheetLimits.sheet = 3000;
    EXPECT_EQ(outcome(maker.bytes(), options), (Lines{"2", "!3 row.tooLong", "4", "!5 workbook.tooLarge"}));
}

/// Whatever the bytes are: an end, rows that are text with ascending places of their own, errors with a code.
void readWhatever(const std::string& bytes) {
    XlsxOptions options;
    options.zipLimits = {std::uint64_t{4} << 20, std::uint64_t{16} << 20, std::uint64_t{1} << 20, 100};
    auto reader = makeXlsxReader("a.xlsx", bytes, options);
    if (!reader) {
        ASSERT_FALSE(reader.error().code.empty());
        return;
    }
    while (auto row = (*reader)->next()) {
        if (!*row) {
            ASSERT_FALSE(row->error().arg("line").empty()) << row->error().code;
            continue;
        }
        ASSERT_GT((*row)->line, 0U);
        for (const auto& [name, value] : (*row)->fields.items()) {
            ASSERT_TRUE(utf8::isValid(value.get_ref<const std::string&>()));
        }
    }
}

TEST(XlsxBadInput, FlippedAndMissingBytesDoNoHarm) {
    const std::string good = plainMaker().bytes();
    for (unsigned seed = 0; seed < 1500; ++seed) {
        std::mt19937 random(seed);
        std::string bytes = good;
        for (unsigned i = 0; i <= seed % 4; ++i) {
            bytes[random() % bytes.size()] = static_cast<char>(random());
        }
        if (seed % 3 == 0) {
            bytes.resize(random() % bytes.size());
        }
        readWhatever(bytes);
    }
}

TEST(XlsxBadInput, FlippedBytesInsideThePartsDoNoHarm) {
    const Parts good = plainMaker().allParts();
    const std::vector<std::string> names{"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                                         "xl/workbook.xml", "xl/_rels/workbook.xml.rels"};
    for (unsigned seed = 0; seed < 1500; ++seed) {
        std::mt19937 random(seed);
        Parts parts = good;
        std::string& part = parts[names[seed % names.size()]];
        for (unsigned i = 0; i <= seed % 3; ++i) {
            part[random() % part.size()] = "<>/\"=&09AZ\xE4\0"[random() % 13];
        }
        readWhatever(zipOf(parts));
    }
}

}  // namespace
}  // namespace zhida::importing
