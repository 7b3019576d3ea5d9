// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importing/zip_archive.h"

#include <exception>
#include <string>
#include <string_view>
#include <vector>

struct XML_ParserStruct;

namespace zhida::importing {

/// The attributes of one element, by their names without a namespace's prefix. Valid during XmlHandler::start().
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
    /// Empty when there is none.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;

private:
    const char** m_pairs;
};

/// Told of elements by their names without a namespace's prefix. Text may come in several pieces.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// True: nothing behind this point matters.
    [[nodiscard]] virtual bool isDone() const { return false; }
};

/// Reads the XML of a part piece by piece, never as a whole. A DOCTYPE is refused: none of its entities is ever looked at.
/// One thread. What a handler throws comes out of feed().
class XmlStream {
public:
    /// The handler outlives the stream.
    XmlStream(ZipPart part, XmlHandler& handler);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// One piece; false when there is no more. Errors: those of ZipPart, workbook.damaged{part} for broken XML, workbook.doctype{part}.
    Result<bool> feed();
    /// All of it. Errors as above.
    Status run();
    [[nodiscard]] const std::string& part() const { return m_part.name(); }

private:
    struct Calls;
    Result<bool> parse(std::size_t size);
    void stop();

    ZipPart m_part;
    XmlHandler& m_handler;
    XML_ParserStruct* m_parser;
    std::vector<char> m_piece;
    std::size_t m_silent = 0;  ///< bytes since the handler was last told something
    bool m_doctype = false;
    bool m_ended = false;
    std::exception_ptr m_thrown;
};

}  // namespace zhida::importing
