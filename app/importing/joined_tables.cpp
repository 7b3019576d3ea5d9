// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/joined_tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace zhida::importing {
namespace {

enum class Role : std::uint8_t { none, basic, extend, material, fee, question };

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kChinese{{{"实施编码", "task_code"},
                                                                                  {"事项名称", "task_name"},
                                                                                  {"实施主体", "dept_name"},
                                                                                  {"材料名称", "material_name"},
                                                                                  {"申请材料名称", "material_name"},
                                                                                  {"申请材料", "material_name"},
                                                                                  {"材料必要性", "is_need"},
                                                                                  {"是否必需", "is_need"},
                                                                                  {"是否必要", "is_need"},
                                                                                  {"份数", "page_num"},
                                                                                  {"材料份数", "page_num"},
                                                                                  {"纸质材料份数", "page_num"},
                                                                                  {"排序", "order_num"},
                                                                                  {"序号", "order_num"},
                                                                                  {"收费项目名称", "fee_name"},
                                                                                  {"收费标准", "fee_stand"},
                                                                                  {"收费依据", "fee_basis"},
                                                                                  {"问题", "question"},
                                                                                  {"常见问题", "question"},
                                                                                  {"答案", "answer"},
                                                                                  {"解答", "answer"},
                                                                                  {"问题解答", "answer"}}};
constexpr std::array<std::string_view, 5> kTables{"up_task_general_basic", "up_task_general_extend",
                                                  "up_task_general_material", "up_task_general_fee_project",
                                                  "up_task_general_questions"};

std::string lower(std::string_view text) {
    std::string low(text);
    for (char& each : low) {
        each = each >= 'A' && each <= 'Z' ? static_cast<char>(each + ('a' - 'A')) : each;
    }
    return low;
}

/// Headings of a table by their national names; the first of two wins.
class Columns {
public:
    explicit Columns(const std::vector<std::string>& header) {
        for (const std::string& each : header) {
            m_headings.emplace(nationalName(each), each);
        }
    }
    [[nodiscard]] bool has(const std::string& name) const { return m_headings.contains(name); }
    [[nodiscard]] std::string text(const Json& fields, const std::string& name) const {
        const auto heading = m_headings.find(name);
        const auto value = heading == m_headings.end() ? fields.end() : fields.find(heading->second);
        return value == fields.end() ? std::string() : value->is_string() ? value->get<std::string>() : value->dump();
    }

private:
    std::map<std::string, std::string> m_headings;
};

Role roleOf(const NamedTable& table) {
    const Columns columns(table.reader->header());
    const bool coded = columns.has("task_code");
    if (columns.has("task_name") && columns.has("dept_name") && coded) {
        return Role::basic;
    }
    if (!coded && !columns.has("task_guid")) {
        return Role::none;
    }
    if (columns.has("material_name")) {
        return Role::material;
    }
    if (columns.has("fee_name")) {
        return Role::fee;
    }
    if (columns.has("question")) {
        return Role::question;
    }
    const std::string name = lower(table.name);
    const bool extends = name.find("extend") != std::string::npos || name.find("扩展") != std::string::npos;
    return extends ? Role::extend : Role::none;
}

/// A number that begins the text; nothing: it begins with none.
std::optional<int> numberOf(const std::string& text) {
    int number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc() ? std::optional(number) : std::nullopt;
}

bool isOneOf(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

/// Codes of is_need: 1 必要, 2 非必要, 3 容缺后补.
std::string materialText(const Columns& columns, const Json& fields) {
    std::string text = columns.text(fields, "material_name");
    const std::string pages = columns.text(fields, "page_num");
    if (const auto number = numberOf(pages); number && *number > 0) {
        text += "（" + std::to_string(*number) + "份）";
    }
    const std::string need = columns.text(fields, "is_need");
    if (isOneOf(need, {"2", "否", "非必要", "非必需", "非必须"})) {
        text += "（非必要）";
    } else if (isOneOf(need, {"3", "容缺后补"})) {
        text += "（可容缺后补）";
    }
    return text;
}

std::string feeText(const Columns& columns, const Json& fields) {
    std::string text = columns.text(fields, "fee_name");
    for (const char* const more : {"fee_stand", "fee_basis"}) {
        const std::string value = columns.text(fields, more);
        text += value.empty() ? "" : " " + value;
    }
    return text;
}

/// What belongs to one service.
struct Belongings {
    struct Material {
        int order = 0;
        std::string text;
    };
    std::vector<Material> materials;
    std::vector<std::string> fees;
    Json questions = Json::array();
    std::size_t answers = 0;
    Json extension = Json::object();
    std::vector<std::pair<std::size_t, std::size_t>> rows;  ///< table, line
};

class JoinedReader final : public RowReader {
public:
    explicit JoinedReader(std::vector<NamedTable> tables) : m_tables(std::move(tables)) {
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            m_roles.push_back(roleOf(m_tables[i]));
            m_basic = m_roles.back() == Role::basic ? i : m_basic;
        }
        m_header = m_tables[m_basic].reader->header();
        m_chinese = std::find(m_header.begin(), m_header.end(), "实施编码") != m_header.end();
        m_plain = Columns(m_header);
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            addHeadings(m_roles[i], m_tables[i].reader->header());
        }
    }

    std::optional<Result<Row>> next() override {
        if (!m_gathered) {
            m_gathered = true;
            gatherAll();
        }
        if (auto row = m_tables[m_basic].reader->next()) {
            return *row ? Result<Row>(whole(std::move(row->value()))) : std::move(*row);
        }
        if (!m_over) {
            m_over = true;
            tellLeft();
        }
        if (m_faults.empty()) {
            return std::nullopt;
        }
        Error fault = std::move(m_faults.front());
        m_faults.pop_front();
        return Result<Row>(std::move(fault));
    }
    [[nodiscard]] const std::vector<std::string>& header() const override { return m_header; }
    [[nodiscard]] const std::string& sheet() const override { return m_tables[m_basic].reader->sheet(); }

private:
    /// As the mapping of this language names it.
    [[nodiscard]] std::string named(std::string_view national) const {
        static const std::map<std::string_view, std::string_view> kNames{
            {"material_name", "材料名称"}, {"fee_name", "收费项目名称"}, {"question", "问题"}};
        return std::string(m_chinese ? kNames.at(national) : national);
    }

    void addHeadings(Role role, const std::vector<std::string>& header) {
        const auto add = [this](std::string name) {
            if (std::find(m_header.begin(), m_header.end(), name) == m_header.end()) {
                m_header.push_back(std::move(name));
            }
        };
        if (role == Role::extend) {
            for (const std::string& each : header) {
                if (!m_plain.has(nationalName(each))) {
                    add(extensionName(each));
                }
            }
        } else if (role == Role::material || role == Role::fee || role == Role::question) {
            add(named(role == Role::material ? "material_name" : role == Role::fee ? "fee_name" : "question"));
        }
    }
    /// Chinese headings stay; others lose the table in front.
    static std::string extensionName(const std::string& heading) {
        const std::string low = lower(heading);
        return nationalName(heading) != low && static_cast<unsigned char>(heading.front()) < 0x80
                   ? nationalName(heading)
                   : heading;
    }

    void gatherAll() {
        for (std::size_t i = 0; i < m_tables.size(); ++i) {
            if (m_roles[i] == Role::none || m_roles[i] == Role::basic) {
                continue;
            }
            const Columns columns(m_tables[i].reader->header());
            while (auto row = m_tables[i].reader->next()) {
                if (!*row) {
                    m_faults.push_back(row->error());
                } else {
                    gather(i, columns, **row);
                }
            }
        }
    }

    void gather(std::size_t table, const Columns& columns, const Row& row) {
        const std::string code = columns.text(row.fields, "task_code");
        const std::string guid = columns.text(row.fields, "task_guid");
        const std::string key = code.empty() ? guid : code;
        const char* const name = m_roles[table] == Role::material ? "material_name"
                                 : m_roles[table] == Role::fee    ? "fee_name"
                                                                  : "question";
        if (m_roles[table] != Role::extend && columns.text(row.fields, name).empty()) {
            m_faults.push_back(
                Error("row.noName", {{"sheet", m_tables[table].name}, {"line", std::to_string(row.line)}}));
            return;
        }
        Belongings& of = m_belongings[key];
        of.rows.emplace_back(table, row.line);
        switch (m_roles[table]) {
            case Role::material:
                of.materials.push_back(
                    {numberOf(columns.text(row.fields, "order_num")).value_or(0), materialText(columns, row.fields)});
                break;
            case Role::fee:
                of.fees.push_back(feeText(columns, row.fields));
                break;
            case Role::question:
                of.questions.push_back(columns.text(row.fields, "question"));
                of.answers += columns.text(row.fields, "answer").empty() ? 0 : 1;
                break;
            default:
                for (const auto& [heading, value] : row.fields.items()) {
                    if (!m_plain.has(nationalName(heading))) {  // what both tables have is the service's own
                        of.extension[extensionName(heading)] = value;
                    }
                }
        }
    }

    Row whole(Row row) {
        for (const char* const key : {"task_code", "rowguid"}) {
            const auto of = m_belongings.find(m_plain.text(row.fields, key));
            if (of != m_belongings.end() && !of->first.empty()) {
                put(row, of->second);
                m_belongings.erase(of);
            }
        }
        return row;
    }

    void put(Row& row, Belongings& of) {
        for (const auto& [heading, value] : of.extension.items()) {
            row.fields[heading] = value;
        }
        std::stable_sort(of.materials.begin(), of.materials.end(),
                         [](const auto& a, const auto& b) { return a.order < b.order; });
        Json materials = Json::array();
        for (Belongings::Material& each : of.materials) {
            materials.push_back(std::move(each.text));
        }
        std::string fees;
        for (const std::string& each : of.fees) {
            fees += (fees.empty() ? "" : "；") + each;
        }
        if (!materials.empty()) {
            row.fields[named("material_name")] = std::move(materials);
        }
        if (!fees.empty()) {
            row.fields[named("fee_name")] = std::move(fees);
        }
        if (!of.questions.empty()) {
            row.fields[named("question")] = std::move(of.questions);
        }
        if (of.answers > 0) {
            row.remarks.push_back(Error("row.answersLeft", {{"count", std::to_string(of.answers)}}));
        }
    }

    void tellLeft() {
        for (const auto& [key, of] : m_belongings) {
            for (const auto& [table, line] : of.rows) {
                m_faults.push_back(Error(
                    "row.noService", {{"sheet", m_tables[table].name}, {"line", std::to_string(line)}, {"key", key}}));
            }
        }
        m_belongings.clear();
    }

    std::vector<NamedTable> m_tables;
    std::vector<Role> m_roles;
    std::size_t m_basic = 0;
    bool m_chinese = false;
    Columns m_plain{{}};
    std::vector<std::string> m_header;
    bool m_gathered = false;
    bool m_over = false;
    std::map<std::string, Belongings> m_belongings;  ///< by key
    std::deque<Error> m_faults;                      ///< of rows that belong to no service
};

}  // namespace

std::string nationalName(std::string_view heading) {
    for (const auto& [chinese, national] : kChinese) {
        if (heading == chinese) {
            return std::string(national);
        }
    }
    std::string name = lower(heading);
    for (const std::string_view table : kTables) {
        if (name.size() > table.size() + 1 && name.starts_with(table) &&
            (name[table.size()] == '.' || name[table.size()] == '_')) {
            return name.substr(table.size() + 1);
        }
    }
    return name;
}

bool isItemList(const std::vector<NamedTable>& tables) {
    std::size_t basic = 0;
    std::size_t others = 0;
    for (const NamedTable& each : tables) {
        const Role role = roleOf(each);
        basic += role == Role::basic ? 1 : 0;
        others += role != Role::basic && role != Role::none ? 1 : 0;
    }
    return basic == 1 && others > 0;
}

std::unique_ptr<RowReader> joinItemList(std::vector<NamedTable> tables) {
    return std::make_unique<JoinedReader>(std::move(tables));
}

}  // namespace zhida::importing
