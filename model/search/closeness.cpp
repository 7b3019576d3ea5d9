// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/closeness.h"

#include "model/search/fold.h"

#include <algorithm>

namespace zhida::search {
namespace {

constexpr double kInTitles = 3;
constexpr double kInKeywords = 2.0;
constexpr double kInBody = 0.5;
constexpr double kBySynonym = 0.6;
constexpr double kSaturation = 0.9;

}  // namespace

Closeness::Closeness(const ParsedQuery& query, const Dictionary& dictionary, TermStatistics& texts)
    : m_averageLength(texts.averageLength()) {
    if (query.hanChars() > kMostChars) {
        return;
    }
    for (const Run& run : query.runs()) {
        for (std::size_t i = run.begin; run.kind == CharKind::han && i < run.end; ++i) {
            const char32_t c = query.core()[i];
            const auto same = [c](const Char& known) { return known.text == c; };
            if (!dictionary.isWeak(c) && std::none_of(m_chars.begin(), m_chars.end(), same)) {
                m_chars.push_back({c, texts.idfOfChar(c), i});
                m_total += m_chars.back().weight;
            }
        }
    }
}

std::string Closeness::charsIn(std::u32string_view folded) const {
    std::u32string found;
    for (const Char& each : m_chars) {
        if (folded.find(each.text) != std::u32string_view::npos) {
            found.push_back(each.text);
        }
    }
    return toUtf8(found);
}

double Closeness::of(const Texts& texts, const std::vector<std::pair<std::size_t, std::size_t>>& covered) const {
    if (empty()) {
        return 0;
    }
    std::vector<double> frequency(m_chars.size(), 0);
    double length = 0;
    const auto count = [&](std::u32string_view folded, double weight) {
        length += static_cast<double>(folded.size());
        for (std::size_t i = 0; i < m_chars.size(); ++i) {
            frequency[i] += weight * static_cast<double>(std::count(folded.begin(), folded.end(), m_chars[i].text));
        }
    };
    count(texts.titles, kInTitles);
    count(texts.keywords, kInKeywords);
    count(texts.body, kInBody);
    const double norm = kSaturation * length / m_averageLength;
    double sum = 0;
    for (std::size_t i = 0; i < m_chars.size(); ++i) {
        double found = frequency[i] / (frequency[i] + norm);
        for (const auto& [begin, end] : covered) {
            found = m_chars[i].at >= begin && m_chars[i].at < end ? std::max(found, kBySynonym) : found;
        }
        sum += found * m_chars[i].weight;
    }
    return sum / m_total;
}

}  // namespace zhida::search
