// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/tokens.h"

#include "model/base/utf8.h"
#include "model/search/fold.h"
#include "model/search/pinyin.h"

#include <utility>

namespace zhida::search {
namespace {

class TextTokenizer {
public:
    TextTokenizer(std::string_view text, TokenizeFor purpose, const TokenSink& sink)
        : m_purpose(purpose), m_sink(sink), m_text(foldText(text)) {
        m_utf8.reserve(text.size());
        m_utf8At.reserve(m_text.at.size());
        for (const char32_t c : m_text.chars) {
            m_utf8At.push_back(m_utf8.size());
            utf8::append(m_utf8, c);
        }
        m_utf8At.push_back(m_utf8.size());
    }

    int run() {
        const auto runs = runsOf(m_text.view());
        for (std::size_t i = 0; i < runs.size() && m_result == 0; ++i) {
            if (runs[i].kind == CharKind::word) {
                emit(runs[i].begin, runs[i].end);
            } else {
                emitPairs(runs[i], m_purpose == TokenizeFor::document || i + 1 < runs.size());
            }
        }
        return m_result;
    }

private:
    void emitPairs(const Run& run, bool withLast) {
        for (std::size_t i = run.begin; i + 1 < run.end && m_result == 0; ++i) {
            emit(i, i + 2);
        }
        if (m_result == 0 && (withLast || run.length() == 1)) {
            emit(run.end - 1, run.end);
        }
    }
    void emit(std::size_t begin, std::size_t end) {
        const auto token = std::string_view(m_utf8).substr(m_utf8At[begin], m_utf8At[end] - m_utf8At[begin]);
        m_result = m_sink({token, m_text.at[begin], m_text.at[end]});
    }

    TokenizeFor m_purpose;
    const TokenSink& m_sink;
    FoldedText m_text;
    /// The folded text, with the place of each character.
    std::string m_utf8;
    std::vector<std::size_t> m_utf8At;
    int m_result = 0;
};

int tokenizeBlanks(std::string_view text, const TokenSink& sink) {
    std::size_t at = 0;
    int result = 0;
    while (at < text.size() && result == 0) {
        const std::size_t begin = text.find_first_not_of(' ', at);
        if (begin == std::string_view::npos) {
            break;
        }
        at = std::min(text.find(' ', begin), text.size());
        result = sink({text.substr(begin, at - begin), begin, at});
    }
    return result;
}

}  // namespace

int tokenizeText(std::string_view text, TokenizeFor purpose, const TokenSink& sink) {
    return TextTokenizer(text, purpose, sink).run();
}

int tokenizePinyin(std::string_view text, TokenizeFor purpose, const TokenSink& sink) {
    if (purpose == TokenizeFor::query) {
        return tokenizeBlanks(text, sink);
    }
    const FoldedText folded = foldText(text);
    for (std::size_t i = 0; i < folded.chars.size(); ++i) {
        bool colocated = false;
        const auto show = [&](std::string_view token) {
            return sink({token, folded.at[i], folded.at[i + 1], std::exchange(colocated, true)});
        };
        if (const int result = pinyin::tokensAt(folded.view(), i, show); result != 0) {
            return result;
        }
    }
    return 0;
}

}  // namespace zhida::search
