// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/row_reader.h"
#include "app/importing/sheet_stream.h"

#include <memory>
#include <string>
#include <string_view>

namespace zhida::importing {

struct XlsxOptions {
    std::string
        sheet{};  ///< empty: the first visible one with a row of two cells, else the first visible one with anything
    ZipLimits zipLimits{};
    SheetLimits sheetLimits{};
};

/// Errors, each with "file": those of Workbook::open(); workbook.noSheet{sheet,sheets} import.empty{}; a fault of SheetStream
/// ahead of the first row.
Result<std::unique_ptr<RowReader>> makeXlsxReader(const std::string& fileName, std::string_view bytes,
                                                  const XlsxOptions& options = {});

}  // namespace zhida::importing
