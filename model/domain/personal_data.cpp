// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/personal_data.h"

#include "model/base/utf8.h"

#include <algorithm>
#include <optional>

namespace zhida::domain {
namespace {

constexpr std::string_view kMask = "×××";
constexpr std::array<std::string_view, 9> kAddresses{"先生", "女士", "小姐", "同志", "大爷",
                                                     "大妈", "大娘", "师傅", "老师"};
constexpr std::array<std::string_view, 7> kLabels{"姓名：",   "姓名:",   "我叫",    "本人叫",
                                                  "联系人：", "联系人:", "来电人："};
/// The hundred commonest surnames cover 85 % of people; others are found by label or as the caller's own.
constexpr std::u32string_view kSurnames =
    U"王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪"
    U"戴崔任陆廖姚方"
    U"金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚";

bool isAsciiDigit(char c) { return c >= '0' && c <= '9'; }

class Stripper {
public:
    Stripper(std::string_view text, const Caller& caller, bool landlines)
        : m_text(text), m_caller(caller), m_landlines(landlines) {}

    Impersonal run() {
        while (m_at < m_text.size()) {
            if (!takeKnown() && !takeNumber() && !takeLabelled() && !takeAddressed()) {
                copy(std::max<std::size_t>(1, utf8::decode(m_text.substr(m_at)).length));
            }
        }
        return std::move(m_out);
    }

private:
    void copy(std::size_t bytes) {
        m_out.text += m_text.substr(m_at, bytes);
        m_at += bytes;
    }
    void mask(PersonalKind kind, std::size_t bytes) {
        m_out.stripped.push_back({kind, std::string(m_text.substr(m_at, bytes))});
        m_out.text += kMask;
        m_at += bytes;
    }

    /// What the ticket itself says of its caller.
    bool takeKnown() {
        const std::string_view rest = m_text.substr(m_at);
        for (const std::string* number : {&m_caller.phone, &m_caller.contactPhone}) {
            if (number->size() >= 7 && rest.starts_with(*number)) {
                mask(PersonalKind::phone, number->size());
                return true;
            }
        }
        if (utf8::length(m_caller.name) >= 2 && rest.starts_with(m_caller.name)) {
            mask(PersonalKind::name, m_caller.name.size());
            return true;
        }
        return false;
    }

    /// A run of digits is judged whole: 12345 in a longer number is not a number.
    bool takeNumber() {
        if (!isAsciiDigit(m_text[m_at])) {
            return false;
        }
        std::size_t end = m_at;
        std::size_t digits = 0;
        while (end < m_text.size() && (isAsciiDigit(m_text[end]) || (m_text[end] == '-' && end + 1 < m_text.size() &&
                                                                     isAsciiDigit(m_text[end + 1])))) {
            digits += isAsciiDigit(m_text[end]) ? 1U : 0U;
            ++end;
        }
        const bool lastIsX = end < m_text.size() && (m_text[end] == 'X' || m_text[end] == 'x');
        if (const auto kind = kindOfNumber(m_text.substr(m_at, end - m_at), digits, lastIsX)) {
            mask(*kind, end - m_at + (digits == 17 ? 1U : 0U));
        } else {
            copy(end - m_at);
        }
        return true;
    }

    [[nodiscard]] std::optional<PersonalKind> kindOfNumber(std::string_view number, std::size_t digits,
                                                           bool lastIsX) const {
        if (digits == 18 || (digits == 17 && lastIsX)) {
            return PersonalKind::idNumber;
        }
        if (digits == 11 && number[0] == '1' && number[1] >= '3') {
            return PersonalKind::phone;
        }
        const bool landline = number[0] == '0' && digits >= 10 && digits <= 12;
        return m_landlines && landline ? std::optional(PersonalKind::phone) : std::nullopt;
    }

    /// Bytes of the Han characters that follow, at most so many characters.
    [[nodiscard]] std::size_t hanBytes(std::size_t from, std::size_t most) const {
        std::size_t at = from;
        for (std::size_t i = 0; i < most && at < m_text.size(); ++i) {
            const utf8::Decoded next = utf8::decode(m_text.substr(at));
            if (!utf8::isHan(next.codePoint)) {
                break;
            }
            at += next.length;
        }
        return at - from;
    }

    [[nodiscard]] bool surnameAt(std::size_t at) const {
        return at < m_text.size() &&
               kSurnames.find(utf8::decode(m_text.substr(at)).codePoint) != std::u32string_view::npos;
    }

    bool takeLabelled() {
        for (const std::string_view label : kLabels) {
            if (!m_text.substr(m_at).starts_with(label)) {
                continue;
            }
            copy(label.size());
            const std::size_t bytes = hanBytes(m_at, 3);
            if (bytes > 0 && surnameAt(m_at)) {
                mask(PersonalKind::name, bytes);
            }
            return true;
        }
        return false;
    }

    /// 王先生, 王建国先生: what stands between surname and address is the name.
    bool takeAddressed() {
        if (!surnameAt(m_at)) {
            return false;
        }
        for (std::size_t most = 1; most <= 3; ++most) {
            const std::size_t bytes = hanBytes(m_at, most);
            for (const std::string_view address : kAddresses) {
                if (m_text.substr(m_at + bytes).starts_with(address)) {
                    mask(PersonalKind::name, bytes);
                    return true;
                }
            }
        }
        return false;
    }

    std::string_view m_text;
    const Caller& m_caller;
    bool m_landlines;
    std::size_t m_at = 0;
    Impersonal m_out;
};

}  // namespace

Impersonal withoutPersonalData(std::string_view text, const Caller& caller, bool landlines) {
    return Stripper(text, caller, landlines).run();
}

ArticleProposal proposalFrom(const Ticket& ticket) {
    ArticleProposal proposal;
    const auto clean = [&](const std::string& text, bool landlines) {
        Impersonal without = withoutPersonalData(text, ticket.caller, landlines);
        proposal.stripped.insert(proposal.stripped.end(), without.stripped.begin(), without.stripped.end());
        return without.text;
    };
    ArticleText& text = proposal.text;
    text.title = clean(ticket.title, true);
    const std::string question = clean(ticket.content, true);
    if (!question.empty() && question != text.title) {
        text.questions.push_back(question);
    }
    const Assignment* const lead = ticket.lead();
    if (lead != nullptr && lead->reply) {
        text.answer = clean(lead->reply->publicText, false);
    } else if (ticket.directAnswer) {
        text.answer = clean(ticket.directAnswer->text, false);
    }
    text.category = ticket.category;
    text.region = ticket.region;
    return proposal;
}

}  // namespace zhida::domain
