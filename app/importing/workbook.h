// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/number_format.h"
#include "app/importing/shared_strings.h"
#include "app/importing/zip_archive.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace zhida::importing {

/// A worksheet as the workbook lists it.
struct Sheet {
    std::string name;
    std::string part;  ///< its name in the archive
    bool visible = true;
};

/// An Office Open XML workbook (ECMA-376, transitional or strict): everything but the rows of its sheets. One thread.
class Workbook {
public:
    /// The bytes outlive the workbook. Errors: those of ZipArchive and XmlStream for a part that is needed; import.format{format}
    /// for a binary workbook (.xlsb).
    static Result<Workbook> open(std::string_view bytes, const ZipLimits& limits = {});

    /// Worksheets alone, in the order of their tabs; hidden ones, too.
    [[nodiscard]] const std::vector<Sheet>& sheets() const { return m_sheets; }
    [[nodiscard]] const SharedStrings& strings() const { return m_strings; }
    /// Of the cell style with this index; plain when there is none.
    [[nodiscard]] NumberFormat formatOf(std::size_t style) const;
    [[nodiscard]] bool from1904() const { return m_from1904; }
    /// Errors: those of ZipArchive::part().
    [[nodiscard]] Result<ZipPart> rowsOf(const Sheet& sheet) const { return m_archive.part(sheet.part); }

private:
    explicit Workbook(ZipArchive archive) : m_archive(std::move(archive)) {}
    Status readMain(const std::string& main);

    ZipArchive m_archive;
    std::vector<Sheet> m_sheets;
    std::vector<NumberFormat> m_formats;  ///< by cell style
    SharedStrings m_strings;
    bool m_from1904 = false;
};

}  // namespace zhida::importing
