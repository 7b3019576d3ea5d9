// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <utility>

namespace zhida::importing {
namespace {

Error damaged(const std::string& part) { return Error("workbook.damaged", {{"part", part}}); }

}  // namespace

void ZipPart::Closer::operator()(zip_file* file) const { zip_fclose(file); }

ZipPart::ZipPart(std::string name, zip_file* file, std::uint64_t packed, Tally& tally)
    : m_name(std::move(name)), m_file(file), m_packed(packed), m_tally(&tally) {}

Result<std::size_t> ZipPart::read(std::span<char> into) {
    const zip_int64_t got = zip_fread(m_file.get(), into.data(), into.size());
    if (got < 0) {
        return damaged(m_name);
    }
    m_unpacked += static_cast<std::uint64_t>(got);
    m_tally->total += static_cast<std::uint64_t>(got);
    const ZipLimits& limits = m_tally->limits;
    const bool isBomb = m_unpacked > limits.unwatched && m_unpacked / limits.ratio > m_packed;
    if (isBomb || m_unpacked > limits.part || m_tally->total > limits.total) {
        const std::uint64_t limit = isBomb ? limits.unwatched : m_unpacked > limits.part ? limits.part : limits.total;
        return Error("workbook.tooLarge", {{"part", m_name}, {"limit", std::to_string(limit >> 20)}});
    }
    return static_cast<std::size_t>(got);
}

void ZipArchive::Closer::operator()(zip* archive) const { zip_discard(archive); }

ZipArchive::ZipArchive(zip* archive, std::uint64_t size, const ZipLimits& limits)
    : m_archive(archive), m_size(size), m_tally(std::make_unique<ZipPart::Tally>(ZipPart::Tally{limits})) {}

Result<ZipArchive> ZipArchive::open(std::string_view bytes, const ZipLimits& limits) {
    zip_source_t* const source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
    if (source == nullptr) {
        return Error("workbook.unreadable");
    }
    zip_t* const archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (archive == nullptr) {
        zip_source_free(source);
        return Error("workbook.unreadable");
    }
    return ZipArchive(archive, bytes.size(), limits);
}

Result<ZipPart> ZipArchive::part(const std::string& name) const {
    zip_t* const archive = m_archive.get();
    const zip_int64_t found = zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
    if (found < 0) {
        return Error("workbook.missingPart", {{"part", name}});
    }
    zip_stat_t about;
    zip_stat_init(&about);
    const auto index = static_cast<zip_uint64_t>(found);
    zip_file_t* const file =
        zip_stat_index(archive, index, 0, &about) == 0 ? zip_fopen_index(archive, index, 0) : nullptr;
    if (file == nullptr) {
        const int why = zip_error_code_zip(zip_get_error(archive));
        const bool hasPassword = why == ZIP_ER_NOPASSWD || why == ZIP_ER_WRONGPASSWD;
        return hasPassword ? Error("workbook.protected") : damaged(name);
    }
    const bool isSized = (about.valid & ZIP_STAT_COMP_SIZE) != 0;
    return ZipPart(name, file, isSized ? std::min<std::uint64_t>(about.comp_size, m_size) : m_size, *m_tally);
}

bool ZipArchive::has(const std::string& name) const {
    return zip_name_locate(m_archive.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
}

}  // namespace zhida::importing
