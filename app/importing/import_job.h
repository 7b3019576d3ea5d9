// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/kinds.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Takes over files of others. No row is dropped in silence: it is stored, stored with a remark, or refused with its line.
namespace zhida::importing {

struct PutRefusal {
    std::size_t index = 0;  ///< position in the batch
    Error why;
};

/// What became of a batch; together with the refusals as many as were given.
struct PutCounts {
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;
    std::vector<PutRefusal> refused;
};

/// Where items go. One thread.
class ImportSink {
public:
    virtual ~ImportSink() = default;
    virtual Result<Reference> reference() = 0;
    /// One batch, durable as a whole on return. An item that is already there, the same, is unchanged. An error means that nothing of the batch is stored and that it makes no sense to go on.
    virtual Result<PutCounts> put(std::vector<Item> items) = 0;
};

struct ImportOptions {
    Kind kind = Kind::tickets;
    std::string file;
    std::string source{};                      ///< empty: the mapping's, or the file's name without its extension
    std::optional<std::string> mappingText{};  ///< empty: a shipped mapping that fits the header
    std::size_t batch = 2000;
    std::string sheet{};  ///< of a workbook; empty: the first visible one with a table
};

struct ImportCounts {
    std::uint64_t rows = 0;
    std::uint64_t added = 0;
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refused = 0;
    std::uint64_t remarks = 0;
    std::string encoding;  ///< of a workbook: "xlsx"
    std::string sheet;     ///< of a workbook
    std::string mapping;
};

/// Told of every remark and refusal, on the calling thread, in the order of the lines of one batch.
using ImportListener = std::function<void(std::size_t line, const Error& what, bool refused)>;

/// Reads on a thread of its own and writes on this one. Errors: file.* import.* mapping.* workbook.* and those of the sink; import.nothing
/// when the file has rows and none could be read.
Result<ImportCounts> runImport(const ImportOptions& options, ImportSink& sink, const ImportListener& listener);

}  // namespace zhida::importing
