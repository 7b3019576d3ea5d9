// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct zip;
struct zip_file;

namespace zhida::importing {

/// Bounds for what a zip archive may unpack to, in bytes: a small file must not fill the memory or the day.
struct ZipLimits {
    std::uint64_t part = std::uint64_t{512} << 20;
    std::uint64_t total = std::uint64_t{1} << 30;       ///< of all that is read of the archive
    std::uint64_t unwatched = std::uint64_t{32} << 20;  ///< a part up to this size may be packed as tightly as it likes
    std::uint64_t ratio = 250;                          ///< of a larger part: unpacked to packed
};

/// One part of an archive, unpacked piece by piece. One thread; not longer than its archive.
class ZipPart {
public:
    /// Fills the front of `into` and says with how much; 0 at the end.
    /// Errors: workbook.damaged{part} workbook.tooLarge{part,limit}, the limit in MB.
    Result<std::size_t> read(std::span<char> into);
    [[nodiscard]] const std::string& name() const { return m_name; }

private:
    friend class ZipArchive;
    struct Closer {
        void operator()(zip_file* file) const;
    };
    struct Tally {
        ZipLimits limits;
        std::uint64_t total = 0;
    };
    ZipPart(std::string name, zip_file* file, std::uint64_t packed, Tally& tally);

    std::string m_name;
    std::unique_ptr<zip_file, Closer> m_file;
    std::uint64_t m_packed;
    std::uint64_t m_unpacked = 0;
    Tally* m_tally;
};

/// A zip archive in memory; the bytes outlive it. One thread.
class ZipArchive {
public:
    /// Error workbook.unreadable: no archive, or one that is cut off.
    static Result<ZipArchive> open(std::string_view bytes, const ZipLimits& limits = {});

    /// Upper and lower case of the name are one. Errors: workbook.missingPart{part} workbook.damaged{part}; workbook.protected for a part with a password.
    [[nodiscard]] Result<ZipPart> part(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;

private:
    struct Closer {
        void operator()(zip* archive) const;
    };
    ZipArchive(zip* archive, std::uint64_t size, const ZipLimits& limits);

    std::unique_ptr<zip, Closer> m_archive;
    std::uint64_t m_size;
    std::unique_ptr<ZipPart::Tally> m_tally;
};

}  // namespace zhida::importing
