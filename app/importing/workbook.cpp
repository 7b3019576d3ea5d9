// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importing/workbook.h"

#include "app/importing/xml_stream.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace zhida::importing {
namespace {

/// More sheets, styles or relations are not looked at; Excel itself allows 65,490 styles.
constexpr std::size_t kMost = 100'000;

unsigned unsignedOf(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// "xl/workbook.xml" + "../a/b.xml": "a/b.xml"; a target with a leading slash is from the root.
std::string targetOf(const std::string& from, std::string target) {
    std::replace(target.begin(), target.end(), '\\', '/');
    std::string path = target.starts_with('/') ? target : from.substr(0, from.rfind('/') + 1) + target;
    std::vector<std::string> steps;
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string step = path.substr(at, end - at);
        at = end + 1;
        if (step == ".." && !steps.empty()) {
            steps.pop_back();
        } else if (!step.empty() && step != "." && step != "..") {
            steps.push_back(step);
        }
    }
    std::string joined;
    for (const std::string& step : steps) {
        joined += (joined.empty() ? "" : "/") + step;
    }
    return joined;
}

std::string relationsPart(const std::string& part) {
    const std::size_t name = part.rfind('/') + 1;
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

/// What a part points to.
class Relations final : public XmlHandler {
public:
    explicit Relations(std::string from) : m_from(std::move(from)) {}

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship" && attributes["TargetMode"] != "External" && m_targets.size() < kMost) {
            const std::string_view type = attributes["Type"];
            m_targets[std::string(attributes["Id"])] = {std::string(type.substr(type.rfind('/') + 1)),
                                                        targetOf(m_from, std::string(attributes["Target"]))};
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    /// Empty when there is none of this type.
    [[nodiscard]] std::string ofType(std::string_view type) const {
        for (const auto& [id, target] : m_targets) {
            if (target.type == type) {
                return target.part;
            }
        }
        return {};
    }
    [[nodiscard]] std::string worksheet(const std::string& id) const {
        const auto found = m_targets.find(id);
        return found != m_targets.end() && found->second.type == "worksheet" ? found->second.part : std::string();
    }

private:
    struct Target {
        std::string type;  ///< the last word of its address: "worksheet"
        std::string part;
    };
    std::string m_from;
    std::map<std::string, Target> m_targets;
};

class MainPart final : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        isWorkbook = isWorkbook || name == "workbook";
        if (name == "workbookPr") {
            from1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        } else if (name == "sheet" && sheets.size() < kMost) {
            const std::string_view state = attributes["state"];
            sheets.push_back({std::string(attributes["name"]), std::string(attributes["id"]),
                              state != "hidden" && state != "veryHidden"});
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

    bool isWorkbook = false;
    bool from1904 = false;
    std::vector<Sheet> sheets;  ///< `part` is the id of the relation
};

class Styles final : public XmlHandler {
public:
    void start(std::string_view name, const XmlAttributes& attributes) override {
        const bool isSection = name == "numFmts" || name == "cellXfs";
        if (isSection) {
            m_section = name;
        } else if (m_section == "numFmts" && name == "numFmt" && m_codes.size() < kMost) {
            m_codes[unsignedOf(attributes["numFmtId"])] = formatOfCode(attributes["formatCode"]);
        } else if (m_section == "cellXfs" && name == "xf" && formats.size() < kMost) {
            formats.push_back(formatOf(unsignedOf(attributes["numFmtId"])));
        }
    }
    void end(std::string_view name) override {
        if (name == m_section) {
            m_section.clear();
        }
    }
    void text(std::string_view) override {}

    std::vector<NumberFormat> formats;

private:
    [[nodiscard]] NumberFormat formatOf(unsigned number) const {
        const auto found = m_codes.find(number);
        return found == m_codes.end() ? formatOfNumber(number) : found->second;
    }

    std::string m_section;
    std::map<unsigned, NumberFormat> m_codes;
};

Status readPart(const ZipArchive& archive, const std::string& name, XmlHandler& handler) {
    auto part = archive.part(name);
    return part ? XmlStream(std::move(*part), handler).run() : Status(part.error());
}

}  // namespace

NumberFormat Workbook::formatOf(std::size_t style) const {
    return style < m_formats.size() ? m_formats[style] : NumberFormat{};
}

Result<Workbook> Workbook::open(std::string_view bytes, const ZipLimits& limits) {
    auto archive = ZipArchive::open(bytes, limits);
    if (!archive) {
        return archive.error();
    }
    Workbook workbook(std::move(*archive));
    Relations root("");
    if (const Status status = readPart(workbook.m_archive, "_rels/.rels", root); !status) {
        return status.error();
    }
    const std::string main = root.ofType("officeDocument");
    if (main.ends_with(".bin")) {
        return Error("import.format", {{"format", "xlsb"}});
    }
    if (const Status status = workbook.readMain(main.empty() ? "xl/workbook.xml" : main); !status) {
        return status.error();
    }
    return workbook;
}

Status Workbook::readMain(const std::string& main) {
    MainPart head;
    Relations relations(main);
    Styles styles;
    if (const Status status = readPart(m_archive, main, head); !status) {
        return status;
    }
    if (!head.isWorkbook) {
        return Error("workbook.missingPart", {{"part", "xl/workbook.xml"}});
    }
    if (const Status status = readPart(m_archive, relationsPart(main), relations); !status) {
        return status;
    }
    m_from1904 = head.from1904;
    for (Sheet& each : head.sheets) {
        each.part = relations.worksheet(each.part);
        if (!each.part.empty()) {
            m_sheets.push_back(std::move(each));
        }
    }
    if (const std::string part = relations.ofType("styles"); !part.empty()) {
        if (const Status status = readPart(m_archive, part, styles); !status) {
            return status;
        }
        m_formats = std::move(styles.formats);
    }
    const std::string texts = relations.ofType("sharedStrings");
    if (texts.empty()) {
        return done();
    }
    auto part = m_archive.part(texts);
    auto strings = part ? SharedStrings::read(std::move(*part)) : Result<SharedStrings>(part.error());
    if (!strings) {
        return strings.error();
    }
    m_strings = std::move(*strings);
    return done();
}

}  // namespace zhida::importing
