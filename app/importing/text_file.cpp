// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/text_file.h"

#include "model/base/utf8.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unicode/ucnv.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace zhida::importing {
namespace {

constexpr std::size_t kProbe = 64 * 1024;  ///< bytes outside ASCII that settle the question

bool startsWith(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

/// UTF-16 without a mark: most ASCII characters, line ends at least, have one zero byte.
bool looksUtf16(std::string_view bytes, std::size_t zeroAt) {
    const std::size_t most = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
    std::size_t zeros = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i < most; i += 2) {
        zeros += bytes[i + zeroAt] == '\0' ? 1U : 0U;
        others += bytes[i + (1 - zeroAt)] == '\0' ? 1U : 0U;
    }
    return most >= 4 && zeros >= most / 40 + 1 && others == 0;
}

/// Length of the GB18030 character at the front; 0 when there is none.
std::size_t gbLength(std::string_view text) {
    const auto at = [text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto isLead = [](unsigned byte) { return byte >= 0x81 && byte <= 0xFE; };
    const auto isDigit = [](unsigned byte) { return byte >= 0x30 && byte <= 0x39; };
    if (!isLead(at(0))) {
        return 0;
    }
    if (isDigit(at(1)) && isLead(at(2)) && isDigit(at(3))) {
        return 4;
    }
    return at(1) >= 0x40 && at(1) != 0x7F && at(1) != 0xFF ? 2 : 0;
}

bool fitsGbBetter(std::string_view bytes) {
    std::size_t probed = 0;
    std::size_t broken = 0;  // bytes that are not UTF-8
    std::size_t brokenGb = 0;
    std::size_t gbUntil = 0;  // GB18030 characters are counted on their own track
    for (std::size_t i = 0; i < bytes.size() && probed < kProbe;) {
        if (static_cast<unsigned char>(bytes[i]) < 0x80) {
            ++i;
            continue;
        }
        for (std::size_t g = std::max(i, gbUntil); g <= i;) {
            const std::size_t n = gbLength(bytes.substr(g));
            brokenGb += n == 0 ? 1U : 0U;
            gbUntil = g += std::max<std::size_t>(n, 1);
        }
        const utf8::Decoded d = utf8::decode(bytes.substr(i));
        broken += d.length == 1 ? 1U : 0U;
        probed += d.length;
        i += d.length;
    }
    return broken * 3 > probed && brokenGb * 2 < broken;
}

/// ICU replaces what is broken by U+FFFD.
std::string convert(std::string_view bytes, const char* from) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const source = ucnv_open(from, &status);
    UConverter* const target = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status)) {
        throw std::runtime_error(std::string("ICU has no converter for ") + from);
    }
    std::string out;
    out.reserve(bytes.size() * 3 / 2 + 16);
    std::array<UChar, 8192> pivot{};
    std::array<char, 16384> chunk{};
    UChar* pivotFrom = pivot.data();
    UChar* pivotTo = pivot.data();
    const char* in = bytes.data();
    bool first = true;
    do {
        status = U_ZERO_ERROR;
        char* end = chunk.data();
        ucnv_convertEx(target, source, &end, chunk.data() + chunk.size(), &in, bytes.data() + bytes.size(),
                       pivot.data(), &pivotFrom, &pivotTo, pivot.data() + pivot.size(), first, 1, &status);
        first = false;
        out.append(chunk.data(), static_cast<std::size_t>(end - chunk.data()));
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    ucnv_close(source);
    ucnv_close(target);
    return out;
}

}  // namespace

std::string_view nameOf(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::gb18030:
            return "GB18030";
        case Encoding::utf16le:
            return "UTF-16LE";
        case Encoding::utf16be:
            return "UTF-16BE";
    }
    return "";
}

Container containerOf(std::string_view bytes) {
    if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) {
        return Container::zip;
    }
    return startsWith(bytes, "\xD0\xCF\x11\xE0") ? Container::compound : Container::none;
}

Encoding detectEncoding(std::string_view bytes, bool& hasMark) {
    hasMark = true;
    if (startsWith(bytes, "\xEF\xBB\xBF")) {
        return Encoding::utf8;
    }
    if (startsWith(bytes, "\xFF\xFE")) {
        return Encoding::utf16le;
    }
    if (startsWith(bytes, "\xFE\xFF")) {
        return Encoding::utf16be;
    }
    hasMark = startsWith(bytes, "\x84\x31\x95\x33");
    if (hasMark) {
        return Encoding::gb18030;
    }
    if (looksUtf16(bytes, 1)) {
        return Encoding::utf16le;
    }
    if (looksUtf16(bytes, 0)) {
        return Encoding::utf16be;
    }
    return fitsGbBetter(bytes) ? Encoding::gb18030 : Encoding::utf8;
}

Result<TextFile> TextFile::open(const std::string& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return errno == ENOENT ? Error("file.notFound", {{"file", path}})
                               : Error("file.notReadable", {{"file", path}, {"reason", std::strerror(errno)}});
    }
    struct stat info {};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return Error("file.notReadable", {{"file", path}, {"reason", "not a regular file"}});
    }
    TextFile file;
    const auto size = static_cast<std::size_t>(info.st_size);
    void* const map = size == 0 ? nullptr : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
    const int failure = errno;
    ::close(fd);
    if (map == MAP_FAILED) {
        return Error("file.notReadable", {{"file", path}, {"reason", std::strerror(failure)}});
    }
    file.m_map = map;
    file.m_mapped = size;
    file.decode({static_cast<const char*>(map), size});
    return Result<TextFile>(std::move(file));
}

TextFile TextFile::ofBytes(std::string bytes) {
    TextFile file;
    file.decode(bytes);
    if (!file.m_converted) {
        file.m_text = std::move(bytes.erase(0, file.m_skip));
        file.m_converted = true;
    }
    return file;
}

void TextFile::decode(std::string_view bytes) {
    if (containerOf(bytes) != Container::none) {
        return;
    }
    bool hasMark = false;
    m_encoding = detectEncoding(bytes, hasMark);
    if (m_encoding == Encoding::utf8) {
        m_skip = hasMark ? 3 : 0;
        return;
    }
    m_text = convert(bytes, m_encoding == Encoding::gb18030 ? "GB18030" : nameOf(m_encoding).data());
    if (m_text.compare(0, 3, "\xEF\xBB\xBF") == 0) {
        m_text.erase(0, 3);
    }
    m_converted = true;
    unmap();
}

void TextFile::unmap() {
    if (m_map != nullptr) {
        ::munmap(m_map, m_mapped);
        m_map = nullptr;
    }
}

TextFile::TextFile(TextFile&& other) noexcept
    : m_encoding(other.m_encoding),
      m_skip(other.m_skip),
      m_map(std::exchange(other.m_map, nullptr)),
      m_mapped(other.m_mapped),
      m_converted(other.m_converted),
      m_text(std::move(other.m_text)) {}

TextFile& TextFile::operator=(TextFile&& other) noexcept {
    if (this != &other) {
        unmap();
        m_encoding = other.m_encoding;
        m_skip = other.m_skip;
        m_map = std::exchange(other.m_map, nullptr);
        m_mapped = other.m_mapped;
        m_converted = other.m_converted;
        m_text = std::move(other.m_text);
    }
    return *this;
}

TextFile::~TextFile() { unmap(); }

std::string_view TextFile::text() const {
    if (m_converted) {
        return m_text;
    }
    return m_map == nullptr ? std::string_view()
                            : std::string_view(static_cast<const char*>(m_map), m_mapped).substr(m_skip);
}

std::string repaired(std::string_view text, bool& damaged) {
    if (utf8::isValid(text)) {
        damaged = damaged || text.find("\xEF\xBF\xBD") != std::string_view::npos;
        return std::string(text);
    }
    damaged = true;
    std::string out;
    out.reserve(text.size() + 8);
    while (!text.empty()) {
        const utf8::Decoded d = utf8::decode(text);
        utf8::append(out, d.codePoint);
        text.remove_prefix(d.length);
    }
    return out;
}

}  // namespace zhida::importing
