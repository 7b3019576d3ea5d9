// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/xlsx_reader.h"
#include "model/base/utf8.h"
#include "tests/support/workbook_maker.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace zhida::importing {
namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// Whatever a workbook holds: rows of text with their place, or errors with a code and, of a row, its line.
void read(std::string_view bytes) {
    XlsxOptions options;
    options.zipLimits = {std::uint64_t{4} << 20, std::uint64_t{16} << 20, std::uint64_t{1} << 20, 100};
    options.sheetLimits = {std::size_t{1} << 16, std::size_t{1} << 20};
    auto reader = makeXlsxReader("a.xlsx", bytes, options);
    if (!reader) {
        require(!reader.error().code.empty());
        return;
    }
    while (auto row = (*reader)->next()) {
        require(row->ok() ? (*row)->line > 0 : !row->error().arg("line").empty());
        if (row->ok()) {
            for (const auto& [name, value] : (*row)->fields.items()) {
                require(utf8::isValid(name) && utf8::isValid(value.get_ref<const std::string&>()));
            }
        }
    }
}

/// A whole workbook with this text as one of its parts: mutations of an archive alone seldom get behind its check sums.
void readWith(const std::string& part, std::string_view text) {
    test::WorkbookMaker maker;
    maker.strings("<si><t>x</t></si>").formats({"General", "yyyy-mm-dd"});
    maker.sheet("a", test::textRow(1, {"a", "b"}) + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45000</v></c></row>");
    maker.parts[part] = text;
    const std::string bytes = maker.bytes();
    read(bytes);
}

}  // namespace
}  // namespace zhida::importing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    zhida::importing::read(text);
    for (const char* const part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
        zhida::importing::readWith(part, text);
    }
    return 0;
}
