// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: generate_tables <Unihan_Readings.txt> <search_tables.cpp>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

constexpr UChar32 kFirst = 0x3400;
constexpr UChar32 kLast = 0x9FFF;
constexpr std::size_t kMostReadings = 4;

void require(bool condition, const char* what) {
    if (!condition) {
        std::cerr << "generate_tables: " << what << '\n';
        std::exit(1);
    }
}

/// The single code point a text consists of, or 0.
UChar32 onlyOne(const icu::UnicodeString& text) { return text.countChar32() == 1 ? text.char32At(0) : 0; }

class Folder {
public:
    Folder() {
        UErrorCode status = U_ZERO_ERROR;
        m_caseFold = icu::Normalizer2::getNFKCCasefoldInstance(status);
        m_simplify.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
        require(U_SUCCESS(status), "ICU has no NFKC_Casefold or Traditional-Simplified");
    }

    /// Applied until nothing changes, so that folding twice is folding once.
    [[nodiscard]] UChar32 fold(UChar32 c) const {
        for (int round = 0; round < 4; ++round) {
            const UChar32 next = once(c);
            if (next == c) {
                return c;
            }
            c = next;
        }
        return c;
    }

private:
    [[nodiscard]] UChar32 once(UChar32 c) const {
        UErrorCode status = U_ZERO_ERROR;
        const UChar32 cased = onlyOne(m_caseFold->normalize(icu::UnicodeString(c), status));
        icu::UnicodeString text(cased != 0 ? cased : c);
        const icu::UnicodeString before = text;
        m_simplify->transliterate(text);
        const UChar32 simplified = onlyOne(text);
        return withoutMarks(simplified != 0 ? simplified : before.char32At(0));
    }
    /// "ǎ" is "a", as pinyin is typed without tones; "ü" is "v".
    [[nodiscard]] static UChar32 withoutMarks(UChar32 c) {
        UErrorCode status = U_ZERO_ERROR;
        if (c < 0x80 || uscript_getScript(c, &status) != USCRIPT_LATIN) {
            return c;
        }
        const icu::UnicodeString split =
            icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString(c), status);
        const bool isUmlaut = split.charAt(0) == 'u' && split.indexOf(UChar{0x308}) > 0;
        return isUmlaut ? UChar32{'v'} : UChar32{split.charAt(0)};
    }

    const icu::Normalizer2* m_caseFold = nullptr;
    std::unique_ptr<icu::Transliterator> m_simplify;
};

void writeFolds(std::ostream& out) {
    const Folder folder;
    out << "constexpr FoldPair kFolds[] = {\n";
    for (UChar32 c = 1; c <= 0x323AF; ++c) {
        if (!u_isdefined(c) || U_IS_SURROGATE(c)) {
            continue;
        }
        if (const UChar32 to = folder.fold(c); to != c) {
            out << "{0x" << std::hex << c << ",0x" << to << "},\n" << std::dec;
        }
    }
    out << "};\n";
}

/// "lǜ" -> "lv", "zhèng" -> "zheng"; empty for what is no syllable with a vowel ("r", "ng").
std::string toneless(const std::string& reading) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString split =
        icu::Normalizer2::getNFDInstance(status)->normalize(icu::UnicodeString::fromUTF8(reading), status);
    std::string out;
    for (int32_t i = 0; i < split.length(); ++i) {
        const UChar unit = split.charAt(i);
        if (unit == 0x308 && !out.empty() && out.back() == 'u') {
            out.back() = 'v';
        } else if (unit >= 'a' && unit <= 'z') {
            out.push_back(static_cast<char>(unit));
        } else if (unit < 0x300 || unit > 0x30C) {
            return {};
        }
    }
    return out.find_first_of("aeiouv") == std::string::npos ? std::string() : out;
}

/// "xíng(2943) háng(218)", "036.110:cháng 466.110:zhǎng,zhàng", "xíng" -> readings.
std::vector<std::string> readingsOf(const std::string& value) {
    std::vector<std::string> out;
    std::istringstream words(value);
    for (std::string word; words >> word;) {
        if (const auto colon = word.rfind(':'); colon != std::string::npos) {
            word.erase(0, colon + 1);
        }
        word.erase(std::min(word.find('('), word.size()));
        std::istringstream parts(word);
        for (std::string part; std::getline(parts, part, ',');) {
            out.push_back(toneless(part));
        }
    }
    return out;
}

using Readings = std::map<UChar32, std::vector<std::string>>;

void addField(Readings& readings, const std::string& file, const std::string& field) {
    std::ifstream in(file);
    require(in.good(), "cannot read the readings");
    for (std::string line; std::getline(in, line);) {
        const auto tab = line.find('\t');
        if (line.rfind("U+", 0) != 0 || line.compare(tab + 1, field.size() + 1, field + "\t") != 0) {
            continue;
        }
        const auto c = static_cast<UChar32>(std::stoul(line.substr(2, tab - 2), nullptr, 16));
        for (const std::string& reading : readingsOf(line.substr(tab + field.size() + 2))) {
            auto& known = readings[c];
            if (!reading.empty() && known.size() < kMostReadings &&
                std::find(known.begin(), known.end(), reading) == known.end()) {
                known.push_back(reading);
            }
        }
    }
}

void writeReadings(std::ostream& out, const Readings& readings) {
    std::set<std::string> all;
    for (const auto& [c, list] : readings) {
        all.insert(list.begin(), list.end());
    }
    const std::vector<std::string> sorted(all.begin(), all.end());
    out << "constexpr std::string_view kSyllables[] = {\n";
    for (const std::string& syllable : sorted) {
        out << '"' << syllable << "\",\n";
    }
    // Sets of readings, each a count and its indices; offset 0 is the empty set.
    std::map<std::vector<std::string>, std::size_t> offsets{{{}, 0}};
    std::vector<std::size_t> pool{0};
    out << "};\nconstexpr std::uint16_t kOffsets[] = {\n";
    for (UChar32 c = kFirst; c <= kLast; ++c) {
        const auto found = readings.find(c);
        const std::vector<std::string> list = found == readings.end() ? std::vector<std::string>() : found->second;
        const auto [at, isNew] = offsets.emplace(list, pool.size());
        if (isNew) {
            pool.push_back(list.size());
            for (const std::string& reading : list) {
                pool.push_back(
                    static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), reading) - sorted.begin()));
            }
        }
        out << at->second << ",\n";
    }
    require(pool.size() < 0x10000, "too many sets of readings");
    out << "};\nconstexpr std::uint16_t kPool[] = {\n";
    for (const std::size_t value : pool) {
        out << value << ",\n";
    }
    out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
    require(argc == 3, "usage: generate_tables <Unihan_Readings.txt> <out.cpp>");
    Readings readings;
    for (const char* field : {"kHanyuPinlu", "kMandarin", "kTGHZ2013"}) {
        addField(readings, argv[1], field);
    }
    require(readings.size() > 20000, "these are not the readings of Unihan");
    std::ofstream out(argv[2]);
    out << "// Generated from ICU and Unihan (Unicode licence). SPDX-License-Identifier: Unicode-DFS-2016\n"
           "#include \"model/search/tables.h\"\n\nnamespace zhida::search::tables {\nnamespace {\n";
    writeFolds(out);
    writeReadings(out, readings);
    out << "}  // namespace\n"
           "std::span<const FoldPair> folds() { return kFolds; }\n"
           "std::span<const std::string_view> syllables() { return kSyllables; }\n"
           "std::span<const std::uint16_t> readings(char32_t folded) {\n"
           "    if (folded < "
        << kFirst << " || folded > " << kLast
        << ") { return {}; }\n"
           "    const std::uint16_t* const set = kPool + kOffsets[folded - "
        << kFirst
        << "];\n"
           "    return {set + 1, *set};\n}\n}  // namespace zhida::search::tables\n";
    out.close();
    require(out.good(), "cannot write");
    return 0;
}
