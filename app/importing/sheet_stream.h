// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/workbook.h"
#include "app/importing/xml_stream.h"

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace zhida::importing {

/// A row of a worksheet that has something in it.
struct SheetRow {
    std::size_t line = 0;                                    ///< its number in the sheet, from 1
    std::vector<std::pair<std::size_t, std::string>> cells;  ///< column from 0, and text; none is empty
    /// cell.error{cell,value} cell.longNumber{cell,value} cell.noText{cell} cell.notCalculated{cell}
    std::vector<Error> remarks;
    std::optional<Error> fault;  ///< why the row cannot be taken; with "line"
};

/// Bounds of what one sheet may hold, in bytes of text: a shared text may stand in any number of cells.
struct SheetLimits {
    std::size_t row = std::size_t{4} << 20;
    std::size_t sheet = std::size_t{512} << 20;
};

class SheetHandler;

/// Hands out the rows of one sheet; holds no more than those of one piece. One thread; not longer than its workbook.
class SheetStream {
public:
    SheetStream(const Workbook& workbook, ZipPart part, const SheetLimits& limits = {});
    ~SheetStream();
    SheetStream(SheetStream&&) noexcept;
    SheetStream& operator=(SheetStream&&) noexcept;

    /// Nothing at the end. The last row may be a fault alone: row.brokenSheet{part,line}, workbook.tooLarge{part,limit,line} or
    /// workbook.doctype{part,line} - nothing behind it can be read. A row between others: row.reference{cell,line}
    /// row.tooLong{limit,line}, the limit in MB.
    std::optional<SheetRow> next();

private:
    void fail(const Error& why);

    std::unique_ptr<SheetHandler> m_handler;
    std::unique_ptr<XmlStream> m_stream;
    bool m_ended = false;
};

}  // namespace zhida::importing
