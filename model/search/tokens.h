// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace zhida::search {

struct Token {
    /// Folded, UTF-8; valid inside the call only.
    std::string_view text;
    /// Bytes in the original.
    std::size_t begin;
    std::size_t end;
    /// At the position of the token before.
    bool colocated = false;
};
/// Returns 0 to go on; anything else ends the tokenizing and is handed back.
using TokenSink = std::function<int(const Token&)>;

enum class TokenizeFor { document, query };

/// Han runs as overlapping pairs, other runs whole. A document has also the last character of each Han run, so that
/// `健*` finds every 健; a query has it only where another run follows, because there it keeps a phrase in step with
/// the document. "第12条" in a document: 第, 12, 条. "热线12345": 热线, 线, 12345.
int tokenizeText(std::string_view text, TokenizeFor purpose, const TokenSink& sink);

/// Document: for each Han character its syllable with the next one's ("jian'kang", at the end of a run "zheng'") and the
/// initials of up to three characters (".jkz"), for all readings, and the character itself. Query: what stands between blanks.
int tokenizePinyin(std::string_view text, TokenizeFor purpose, const TokenSink& sink);

}  // namespace zhida::search
