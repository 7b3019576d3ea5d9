// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/xml_stream.h"

#include <expat.h>

#include <new>
#include <utility>

namespace zhida::importing {
namespace {

constexpr std::size_t kPiece = std::size_t{32} << 10;
/// A longer tag or comment is read again with every piece: no workbook has one.
constexpr std::size_t kMostSilent = std::size_t{1} << 20;

std::string_view withoutPrefix(std::string_view name) { return name.substr(name.find(':') + 1); }

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (withoutPrefix(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

/// What expat calls. No exception may cross its C code.
struct XmlStream::Calls {
    template <class Call>
    static void guarded(void* user, Call call) {
        auto& stream = *static_cast<XmlStream*>(user);
        if (stream.m_thrown || stream.m_ended) {
            return;
        }
        stream.m_silent = 0;
        try {
            call(stream.m_handler);
            if (stream.m_handler.isDone()) {
                stream.m_ended = true;
                stream.stop();
            }
        } catch (...) {
            stream.m_thrown = std::current_exception();
            stream.stop();
        }
    }
    static void XMLCALL start(void* user, const XML_Char* name, const XML_Char** attributes) {
        guarded(user, [=](XmlHandler& to) { to.start(withoutPrefix(name), XmlAttributes(attributes)); });
    }
    static void XMLCALL end(void* user, const XML_Char* name) {
        guarded(user, [=](XmlHandler& to) { to.end(withoutPrefix(name)); });
    }
    static void XMLCALL text(void* user, const XML_Char* piece, int size) {
        guarded(user, [=](XmlHandler& to) { to.text({piece, static_cast<std::size_t>(size)}); });
    }
    static void XMLCALL doctype(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        auto& stream = *static_cast<XmlStream*>(user);
        stream.m_doctype = true;
        stream.stop();
    }
};

XmlStream::XmlStream(ZipPart part, XmlHandler& handler)
    : m_part(std::move(part)), m_handler(handler), m_parser(XML_ParserCreate(nullptr)), m_piece(kPiece) {
    if (m_parser == nullptr) {
        throw std::bad_alloc();
    }
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Calls::start, &Calls::end);
    XML_SetCharacterDataHandler(m_parser, &Calls::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Calls::doctype);
}

XmlStream::~XmlStream() { XML_ParserFree(m_parser); }

void XmlStream::stop() { XML_StopParser(m_parser, XML_FALSE); }

Result<bool> XmlStream::feed() {
    if (m_ended) {
        return false;
    }
    const auto size = m_part.read(m_piece);
    if (!size) {
        m_ended = true;
        return size.error();
    }
    auto more = parse(*size);
    m_ended = m_ended || !more || !*more;
    return more;
}

Result<bool> XmlStream::parse(std::size_t size) {
    m_silent += size;
    const XML_Status status = XML_Parse(m_parser, m_piece.data(), static_cast<int>(size), size == 0 ? 1 : 0);
    if (m_thrown) {
        std::rethrow_exception(std::exchange(m_thrown, nullptr));
    }
    if (m_doctype) {
        return Error("workbook.doctype", {{"part", m_part.name()}});
    }
    if (m_ended) {
        return false;
    }
    if (status != XML_STATUS_OK || m_silent > kMostSilent) {
        return Error("workbook.damaged", {{"part", m_part.name()}});
    }
    return size != 0;
}

Status XmlStream::run() {
    while (true) {
        const auto more = feed();
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return done();
        }
    }
}

}  // namespace zhida::importing
