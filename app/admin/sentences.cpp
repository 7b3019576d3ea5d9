// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/admin/sentences.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace zhida::admin {
namespace {

struct Sentence {
    std::string_view code;
    std::string_view zh;
    std::string_view en;
};

constexpr std::array kSentences{
    Sentence{"file.notFound", "找不到文件 {file}。", "There is no file {file}."},
    Sentence{"file.notReadable", "无法读取 {file}：{reason}。", "{file} cannot be read: {reason}."},
    Sentence{"file.notWritable", "无法写入 {file}：{reason}。", "{file} cannot be written: {reason}."},
    Sentence{"file.openToOthers", "{file} 其他用户可以读取（{mode}），请执行 chmod go= 收回权限。",
             "Others may read {file} ({mode}): chmod go= takes that back."},
    Sentence{"import.empty", "{file} 是空文件。", "{file} is empty."},
    Sentence{"import.format", "{file} 是 {format} 格式，不能导入；请另存为 CSV 或 JSONL。",
             "{file} is {format}, which cannot be imported: save it as CSV or JSONL."},
    Sentence{"import.noMapping", "不认识这些列：{columns}。请用 --map 指定映射文件（见 docs/importing.md）。",
             "These columns are not known: {columns}. Give a mapping file with --map (docs/importing.md)."},
    Sentence{"import.nothing", "{file} 的 {rows} 行没有一行能够导入。",
             "None of the {rows} rows of {file} could be imported."},
    Sentence{"import.noId", "没有编号。", "It has no id."},
    Sentence{"import.workedOn", "工单 {number} 导入后已有人办理，保留现状。",
             "Ticket {number} has been worked on since its import and stays as it is."},
    Sentence{"mapping.syntax", "映射文件不是正确的 JSON（第 {at} 字节）。",
             "The mapping file is no correct JSON (byte {at})."},
    Sentence{"mapping.value", "映射文件的 {path} 应为：{expected}。",
             "In the mapping file, {path} must be: {expected}."},
    Sentence{"mapping.field", "映射文件中的字段 {field} 不存在；可用：{allowed}。",
             "The mapping file names a field {field}; there are: {allowed}."},
    Sentence{"row.json", "不是正确的 JSON（第 {at} 字节）。", "No correct JSON (byte {at})."},
    Sentence{"row.notObject", "不是 JSON 对象。", "Not a JSON object."},
    Sentence{"row.openQuote", "引号没有闭合。", "A quote is never closed."},
    Sentence{"row.columns", "有 {have} 列，表头只有 {expected} 列。", "{have} columns, the header has {expected}."},
    Sentence{"row.fewColumns", "只有 {have} 列，表头有 {expected} 列；缺的按空处理。",
             "{have} columns, the header has {expected}; the rest is taken as empty."},
    Sentence{"row.repeated", "编号 {id} 在第 {line} 行已出现且内容不同。",
             "Id {id} is on line {line} already, with another content."},
    Sentence{"row.same", "与第 {line} 行（编号 {id}）相同，只记一次。",
             "The same as line {line} (id {id}); counted once."},
    Sentence{"text.damaged", "有不能识别的字节，以 U+FFFD 代替，其余保留。",
             "Some bytes are no text; U+FFFD stands for them, the rest is kept."},
    Sentence{"text.missing", "{field} 为空，照样保留。", "{field} is empty; kept all the same."},
    Sentence{"text.tooLong", "{field} 超过 {limit} 字，照样保留。",
             "{field} has more than {limit} characters; kept all the same."},
    Sentence{"time.missing", "没有时间（{field}），照样保留。", "No time ({field}); kept all the same."},
    Sentence{"time.unreadable", "时间 {field} 无法识别：{value}；照样保留。",
             "The time {field} is not understood: {value}; kept all the same."},
    Sentence{"time.reversed", "{field} {value} 早于受理时间 {createdAt}，照样保留。",
             "{field} {value} is before the receipt at {createdAt}; kept all the same."},
    Sentence{"unit.unknown", "没有这个单位：{unit}。", "There is no unit {unit}."},
    Sentence{"category.unknown", "没有这个分类：{category}，照样保留。",
             "There is no category {category}; kept all the same."},
    Sentence{"region.unknown", "没有这个区划：{region}，照样保留。", "There is no region {region}; kept all the same."},
    Sentence{"value.unknown", "{field} 的值 {value} 不认识，按缺省处理。",
             "{field} has the unknown value {value}; the default is taken."},
    Sentence{"title.taken", "标题与第 {line} 行相同：{title}。", "The same title as line {line}: {title}."},
    Sentence{"batch.tooLarge", "超过每批 {limit} 行的规定。", "More than {limit} rows, the rule for one batch."},
    Sentence{"field.missing", "缺少 {field}。", "{field} is missing."},
    Sentence{"field.type", "{field} 应为 {expected}。", "{field} must be: {expected}."},
    Sentence{"field.value", "{field} 不能是 {value}；可用：{allowed}。",
             "{field} cannot be {value}; there are: {allowed}."},
    Sentence{"field.unknown", "没有 {field} 这个字段。", "There is no field {field}."},
    Sentence{"field.encoding", "{field} 不是 UTF-8 文本。", "{field} is no UTF-8 text."},
    Sentence{"command.unknown", "没有 {name} 这个命令；用 describe 查看全部。",
             "There is no command {name}; describe lists all."},
    Sentence{"request.malformed", "这一行不是一个 JSON 对象（{detail}）。", "This line is no JSON object ({detail})."},
    Sentence{"timeout", "在规定时间内没有同步完。", "Not in step with the centre within that time."},
    Sentence{"net.offline", "现在没有连到中心。", "There is no line to the centre now."},
    Sentence{"net.refused", "中心服务器没有应答：请检查地址和端口，以及服务器是否已启动。",
             "The server does not answer: check address and port, and whether it runs."},
    Sentence{"net.unresolved", "找不到主机 {host}。", "The host {host} is not known."},
    Sentence{"net.timeout", "中心服务器没有及时应答。", "The server did not answer in time."},
    Sentence{"net.closed", "连接被关闭（{reason}）。", "The connection was closed ({reason})."},
    Sentence{"net.badAddress", "地址不对：{address}；应为 wss://主机:端口。",
             "Not an address: {address}; it must be wss://host:port."},
    Sentence{"net.notWebSocket", "对方不是直答服务器。", "The other end is no Zhida server."},
    Sentence{"tls.untrusted", "服务器的证书不是由这个中心签发的：请检查 --ca 文件。",
             "The server's certificate is not of this centre: check the --ca file."},
    Sentence{"tls.hostMismatch", "服务器的证书不是给这个主机名的；用 init --host 加上它。",
             "The server's certificate is for another host name; init --host adds it."},
    Sentence{"tls.expired", "服务器的证书已过期。", "The server's certificate has expired."},
    Sentence{"tls.protocol", "安全连接没有建立（TLS）。", "No secure connection (TLS)."},
    Sentence{"tls.caUnreadable", "无法读取证书文件 {file}。", "The certificate file {file} cannot be read."},
    Sentence{"auth.wrongPassword", "用户名或密码不对。", "Wrong user or password."},
    Sentence{"auth.wait", "密码错误次数过多，请 {retryMs} 毫秒后再试。",
             "Too many wrong passwords: try again in {retryMs} ms."},
    Sentence{"auth.disabled", "账号已停用，请联系管理员。", "The account is disabled: ask the administrator."},
    Sentence{"auth.tokenExpired", "登录已过期，请重新输入密码。", "The sign-in has run out: enter the password again."},
    Sentence{"device.disabled", "这台设备已停用，请联系管理员。", "This device is disabled: ask the administrator."},
    Sentence{"version.tooOld", "本程序版本太旧，请升级。", "This program is too old: upgrade it."},
    Sentence{"version.tooNew", "服务器版本太旧，请先升级服务器。", "The server is too old: upgrade it first."},
    Sentence{"desk.inUse", "{path} 正被另一个程序使用。", "{path} is in use by another program."},
    Sentence{"desk.otherUser", "这个文件属于 {owner}，不是 {user}；请另用一个 --db。",
             "This file belongs to {owner}, not {user}: use another --db."},
    Sentence{"desk.noUser", "第一次使用要给出 --user。", "The first time needs --user."},
    Sentence{"desk.noServer", "第一次使用要给出 --server 和 --ca。", "The first time needs --server and --ca."},
    Sentence{"desk.needsServer", "第一次登录要连到中心，不能用 --offline。",
             "The first sign-in needs the centre: not with --offline."},
    Sentence{"desk.failed", "内部错误：{detail}。", "Internal error: {detail}."},
    Sentence{"desk.noPassword", "请设置 ZHIDA_PASSWORD，或在终端上运行。", "Set ZHIDA_PASSWORD, or run on a terminal."},
    Sentence{"centre.missing", "{dir} 里没有中心数据；先执行 zhida-admin init {dir}。",
             "There is no centre in {dir}: zhida-admin init {dir} makes one."},
    Sentence{"centre.exists", "{dir} 里已经有一个中心。", "There is a centre in {dir} already."},
    Sentence{"centre.locked", "{dir} 正被使用。", "{dir} is in use."},
    Sentence{"centre.busy", "{dir} 正被别的管理命令使用，请稍后再试。", "Somebody else administers {dir}: try again."},
    Sentence{"centre.unwritable", "无法写入 {dir}：{detail}。", "{dir} cannot be written: {detail}."},
    Sentence{"centre.unreadable", "无法读取 {dir}：{detail}。", "{dir} cannot be read: {detail}."},
    Sentence{"centre.lost", "服务器中途结束，请再执行一次。", "The server ended meanwhile: do it again."},
    Sentence{"db.locked", "{path} 正被占用。", "{path} is locked."},
    Sentence{"db.full", "磁盘已满（{path}）；腾出空间后再试，已保存的都在。",
             "The disk is full ({path}): make room and try again; what was stored is safe."},
    Sentence{"db.corrupt", "{path} 已损坏（{detail}）；不要删除，请从备份恢复。",
             "{path} is damaged ({detail}): keep it, and restore a backup."},
    Sentence{"db.notADatabase", "{path} 不是直答的数据文件。", "{path} is no file of Zhida."},
    Sentence{"db.tooNew", "{path} 由更新的版本写成，请升级程序。",
             "{path} was written by a newer version: upgrade the program."},
    Sentence{"db.readOnly", "{path} 只读，无法写入。", "{path} is read-only."},
    Sentence{"db.io", "读写 {path} 出错（{detail}），请检查磁盘。",
             "{path} cannot be read or written ({detail}): check the disk."},
    Sentence{"disk.low", "{path} 只剩 {freeMb} MB。", "{path} has only {freeMb} MB left."},
    Sentence{"pki.expired", "证书 {file} 已于 {on} 过期。", "The certificate {file} expired on {on}."},
    Sentence{"pki.expires", "证书 {file} 将于 {on} 过期。", "The certificate {file} expires on {on}."},
    Sentence{"pki.unreadable", "无法读取证书 {file}。", "The certificate {file} cannot be read."},
    Sentence{"user.exists", "用户 {user} 已存在。", "There is a user {user} already."},
    Sentence{"user.unknown", "没有用户 {user}。", "There is no user {user}."},
    Sentence{"user.badCode", "用户名 {user} 不能用。", "{user} cannot be a user's name."},
    Sentence{"user.lastAdministrator", "这是最后一个管理员。", "This is the last administrator."},
    Sentence{"user.mayNot", "{role} 不能执行 {command}。", "A {role} may not {command}."},
    Sentence{"unit.exists", "单位 {unit} 已存在。", "There is a unit {unit} already."},
    Sentence{"unit.disabled", "单位 {unit} 已停用。", "Unit {unit} is disabled."},
    Sentence{"unit.twice", "单位 {unit} 写了两次。", "Unit {unit} is named twice."},
    Sentence{"device.unknown", "没有设备 {device}。", "There is no device {device}."},
    Sentence{"deadline.badTerm", "期限 {text} 不对；例如 7wd 15d 4wh 24h 30min。",
             "Not a term: {text}; such as 7wd 15d 4wh 24h 30min."},
    Sentence{"deadline.past", "期限已经过了。", "The deadline is in the past."},
    Sentence{"time.bad", "时间 {value} 不对；例如 2025-08-20T10:12:27+08:00。",
             "Not a time: {value}; such as 2025-08-20T10:12:27+08:00."},
    Sentence{"ticket.unknown", "没有这个工单：{ticket}。", "There is no such ticket: {ticket}."},
    Sentence{"ticket.exists", "工单已存在。", "The ticket exists already."},
    Sentence{"ticket.wrongState", "工单现在是 {state}，不能 {command}。",
             "The ticket is {state} now: {command} does not fit."},
    Sentence{"ticket.claimed", "工单已由 {by}（{unit}）领取，到 {until}。",
             "{by} ({unit}) has claimed the ticket until {until}."},
    Sentence{"ticket.notClaimed", "工单没有被领取。", "Nobody has claimed the ticket."},
    Sentence{"ticket.notYourUnit", "工单不在 {unit} 名下。", "The ticket is not with {unit}."},
    Sentence{"ticket.notSigned", "要先签收。", "It has to be signed for first."},
    Sentence{"ticket.alreadySigned", "已经签收过。", "It has been signed for already."},
    Sentence{"ticket.mayNotReturn", "中心已指定办理，不能再退。", "The centre has named this unit: no further return."},
    Sentence{"ticket.noReturnRequest", "没有待审核的退单申请。", "There is no return request to decide."},
    Sentence{"ticket.callbackOwnUnit", "不能回访自己单位办的工单。", "Nobody calls back about his own unit's work."},
    Sentence{"ticket.callbackIncomplete", "接通的回访要填是否解决和满意度。",
             "A callback that got through needs solved and satisfied."},
    Sentence{"reason.unknown", "没有退单理由 {reason}。", "There is no return reason {reason}."},
    Sentence{"article.unknown", "没有这篇知识：{article}。", "There is no such article: {article}."},
    Sentence{"outbox.notRefused", "这条命令没有被退回。", "This command was not refused."},
    Sentence{"link.self", "不能关联自己。", "A ticket cannot be linked to itself."},
};

/// "{name}" becomes the argument; an argument that is not there leaves nothing.
std::string filled(std::string_view pattern, const Error& error) {
    std::string out;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        out += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (const std::size_t close = pattern.find('}'); close != std::string_view::npos && !pattern.empty()) {
            out += error.arg(pattern.substr(1, close - 1));
            pattern.remove_prefix(close + 1);
        }
    }
    return out;
}

}  // namespace

Language languageOfEnvironment() {
    for (const char* const name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).substr(0, 2) == "zh" ? Language::chinese : Language::english;
        }
    }
    return Language::english;
}

std::string sentence(const Error& error, Language language) {
    for (const Sentence& each : kSentences) {
        if (each.code == error.code) {
            return filled(language == Language::chinese ? each.zh : each.en, error);
        }
    }
    std::string text = error.code;
    for (const auto& [name, value] : error.args) {
        text += " " + name + "=" + value;
    }
    return text;
}

}  // namespace zhida::admin
