<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>○ Disabled</source>
        <translation>○ 已停用</translation>
    </message>
    <message>
        <source>● Active</source>
        <translation>● 在用</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>工位</translation>
    </message>
    <message>
        <source>Works for</source>
        <translation>派驻单位</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>● Now</source>
        <translation>● 生效中</translation>
    </message>
    <message>
        <source>○ Over</source>
        <translation>○ 已到期</translation>
    </message>
    <message>
        <source>◇ To come</source>
        <translation>◇ 未开始</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>New call</source>
        <translation>新来电</translation>
    </message>
    <message>
        <source>Progress look-up</source>
        <translation>查进度</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>待传与退回</translation>
    </message>
    <message>
        <source>Workload chart</source>
        <translation>工作量图</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>账号管理</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Reply or answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Request return</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Decide return</source>
        <translation>审核退单</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核回复</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>复制编号</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Send and next</source>
        <translation>提交并下一件</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>下一件</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>上一件</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Search in the queue</source>
        <translation>在队列中搜索</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>全部操作</translation>
    </message>
    <message>
        <source>Search knowledge</source>
        <translation>搜索知识</translation>
    </message>
    <message>
        <source>Insert article</source>
        <translation>插入知识</translation>
    </message>
    <message>
        <source>Answer and record</source>
        <translation>直答并记录</translation>
    </message>
    <message>
        <source>My unit&apos;s queue</source>
        <translation>我的单位</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>显示新工单</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色/深色</translation>
    </message>
    <message>
        <source>中文 / English</source>
        <translation>中文 / English</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>离线工作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Work method</source>
        <translation>工作规则</translation>
    </message>
    <message>
        <source>Surges</source>
        <translation>突增预警</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Way of the ticket</source>
        <translation>工单轨迹</translation>
    </message>
    <message>
        <source>Proof of the due time</source>
        <translation>时限依据</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Hand over and sign out</source>
        <translation>交接班与签退</translation>
    </message>
    <message>
        <source>Knowledge upkeep</source>
        <translation>知识维护</translation>
    </message>
    <message>
        <source>Report a mistake in the article</source>
        <translation>知识纠错</translation>
    </message>
    <message>
        <source>Article from this ticket</source>
        <translation>由本工单生成知识</translation>
    </message>
    <message>
        <source>Open the newest notice</source>
        <translation>打开最新通知</translation>
    </message>
    <message>
        <source>Notices are seen</source>
        <translation>通知已阅</translation>
    </message>
    <message>
        <source>Gaps of knowledge</source>
        <translation>知识缺口</translation>
    </message>
    <message>
        <source>Callback campaigns</source>
        <translation>回访专案</translation>
    </message>
    <message>
        <source>Print for the citizen</source>
        <translation>打印告知单</translation>
    </message>
    <message>
        <source>Send to the caller by message</source>
        <translation>发短信给来电人</translation>
    </message>
</context>
<context>
    <name>ArticleSheet</name>
    <message>
        <source>Time limit</source>
        <translation>办理时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Who can apply</source>
        <translation>办理条件</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>需带材料</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>办理流程</translation>
    </message>
    <message>
        <source>When, where, how much</source>
        <translation>时限、地点与收费</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Version %1, printed on %2</source>
        <translation>第 %1 版，%2打印</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>it may have changed since: ask 12345 before you set out</source>
        <translation>内容可能已有变化，出门前请拨打 12345 核实</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>ArticleText</name>
    <message>
        <source>only the order</source>
        <translation>仅顺序不同</translation>
    </message>
    <message>
        <source>The texts are the same.</source>
        <translation>两份文本相同。</translation>
    </message>
    <message>
        <source>verified by %1 on %2</source>
        <translation>%1 于 %2 核实</translation>
    </message>
    <message>
        <source>verified by %1 on %2, next review %3</source>
        <translation>%1 于 %2 核实，%3 复核</translation>
    </message>
    <message>
        <source>the centre</source>
        <translation>中心</translation>
    </message>
</context>
<context>
    <name>Clocks</name>
    <message>
        <source>● Running</source>
        <translation>● 计时中</translation>
    </message>
    <message>
        <source>◐ Stands still</source>
        <translation>◐ 已中止</translation>
    </message>
    <message>
        <source>■ Overdue</source>
        <translation>■ 已超期</translation>
    </message>
    <message>
        <source>✓ Done in time</source>
        <translation>✓ 按时完成</translation>
    </message>
    <message>
        <source>▲ Done late</source>
        <translation>▲ 超期完成</translation>
    </message>
    <message>
        <source>A person set the due time: there is nothing to count.</source>
        <translation>期限由人工指定，没有可列的推算过程。</translation>
    </message>
    <message>
        <source>The ticket is due %1: the calendar has changed since it was counted.</source>
        <translation>工单期限为 %1：推算之后日历有变化。</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>It may not end after the deadline it lies within.</source>
        <translation>不能晚于工单自己的期限。</translation>
    </message>
    <message>
        <source>The rules know no emergency number {emergency}.</source>
        <translation>规则里没有这个紧急号码：{emergency}。</translation>
    </message>
    <message>
        <source>The term is over: an extension has to be asked for within it.</source>
        <translation>期限已过，不能再申请延期。</translation>
    </message>
    <message>
        <source>This ticket may be extended {most} times at most.</source>
        <translation>这张工单最多延期 {most} 次。</translation>
    </message>
    <message>
        <source>One extension is {most} at the longest.</source>
        <translation>一次延期最长 {most}。</translation>
    </message>
    <message>
        <source>Form {form} has version {latest} by now, version {version} was filled in: fill in the new one; what was typed is kept.</source>
        <translation>表单 {form} 已有第 {latest} 版，填写的是第 {version} 版；请用新版填写，已填的内容都在。</translation>
    </message>
    <message>
        <source>The rules know no form {form} (version {version}).</source>
        <translation>规则里没有表单 {form}（第 {version} 版）。</translation>
    </message>
    <message>
        <source>Hand over to another person.</source>
        <translation>不能交接给自己。</translation>
    </message>
    <message>
        <source>The ticket is on the ladder {ladder} already.</source>
        <translation>这张工单已在 {ladder} 的逐级流程中。</translation>
    </message>
    <message>
        <source>The ticket is not on a ladder.</source>
        <translation>这张工单不在逐级流程中。</translation>
    </message>
    <message>
        <source>The rules know no ladder {ladder}.</source>
        <translation>规则里没有逐级流程 {ladder}。</translation>
    </message>
    <message>
        <source>There is no such link.</source>
        <translation>没有这条关联。</translation>
    </message>
    <message>
        <source>It cannot be merged into {number}, which is {state}.</source>
        <translation>不能并入 {number}：它的状态是 {state}。</translation>
    </message>
    <message>
        <source>The ticket has no part {part}.</source>
        <translation>这张工单没有第 {part} 部分。</translation>
    </message>
    <message>
        <source>It has not been reviewed yet by the superior or a dispatcher.</source>
        <translation>还没有经过区县（或中心）复核。</translation>
    </message>
    <message>
        <source>There is no promise {promise} still to be kept.</source>
        <translation>没有第 {promise} 项未兑现的承诺。</translation>
    </message>
    <message>
        <source>{kind} cannot be asked for here.</source>
        <translation>这里不能申请 {kind}。</translation>
    </message>
    <message>
        <source>A {role} may not decide a request of kind {kind}; {who} may.</source>
        <translation>{role} 不能审批 {kind}；可由 {who} 审批。</translation>
    </message>
    <message>
        <source>No request of kind {kind} waits for a decision.</source>
        <translation>没有待审批的 {kind} 申请。</translation>
    </message>
    <message>
        <source>A request of kind {kind} waits for its decision already.</source>
        <translation>已有一份 {kind} 申请待审批。</translation>
    </message>
    <message>
        <source>Nobody decides his own request.</source>
        <translation>不能审批自己的申请。</translation>
    </message>
    <message>
        <source>The time in which it may be returned is over.</source>
        <translation>已过退单期限，不能再申请退单。</translation>
    </message>
    <message>
        <source>Split it into {least} to {most} parts.</source>
        <translation>分解成 {least} 到 {most} 部分。</translation>
    </message>
    <message>
        <source>No supervision is open.</source>
        <translation>没有进行中的督办。</translation>
    </message>
    <message>
        <source>Such a supervision ({level}) is open already.</source>
        <translation>这样的督办（{level}）已在进行。</translation>
    </message>
    <message>
        <source>The unit has not answered the supervision yet.</source>
        <translation>承办单位还没有回复督办。</translation>
    </message>
    <message>
        <source>The return is in arbitration: name the unit by ticket.arbitrate.</source>
        <translation>退单争议由中心裁定：请用 ticket.arbitrate 指定承办单位。</translation>
    </message>
    <message>
        <source>There is no arbitration on this ticket.</source>
        <translation>这张工单没有退单争议。</translation>
    </message>
    <message>
        <source>The ticket has no deadline that the rules have counted.</source>
        <translation>这张工单没有按规则计算的期限。</translation>
    </message>
    <message>
        <source>{unit} assists: only the lead may ask for this.</source>
        <translation>{unit} 是协办单位，只有主办单位可以申请。</translation>
    </message>
    <message>
        <source>A ticket nobody has worked on is dispatched, not closed.</source>
        <translation>还没有办理过的工单应先派遣，不能直接办结。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>没有任何变化。</translation>
    </message>
    <message>
        <source>Something was done since, or this step cannot be taken back.</source>
        <translation>之后已有其他操作，或这一步不能撤销。</translation>
    </message>
    <message>
        <source>{user} did this: only that person or a supervisor takes it back.</source>
        <translation>这是 {user} 的操作，只有本人或主管可以撤销。</translation>
    </message>
    <message>
        <source>This ticket is not on this desk. Search for its number, or wait until the line is back.</source>
        <translation>本机没有这张工单。请按编号搜索，或等线路恢复。</translation>
    </message>
    <message>
        <source>This ticket exists already ({number}).</source>
        <translation>这张工单已经存在（{number}）。</translation>
    </message>
    <message>
        <source>“{command}” does not fit a ticket that is “{state}”. It may from: {from}. Somebody may have acted meanwhile: look at the history.</source>
        <translation>工单现在是“{state}”，不能“{command}”。可以的状态：{from}。可能有人刚刚处理过，请看办理过程。</translation>
    </message>
    <message>
        <source>Your unit&apos;s share of this ticket is “{state}”, so this cannot be done now.</source>
        <translation>本单位的办理状态是“{state}”，现在不能这样做。</translation>
    </message>
    <message>
        <source>{by} holds this ticket. Wait for the release, or ask a supervisor to take it away.</source>
        <translation>{by} 正占用这张工单。请等其释放，或请班长收回。</translation>
    </message>
    <message>
        <source>Nobody holds this ticket.</source>
        <translation>这张工单没有人占用。</translation>
    </message>
    <message>
        <source>Your unit has no share in this ticket.</source>
        <translation>本单位不承办这张工单。</translation>
    </message>
    <message>
        <source>Sign for the ticket first (key S).</source>
        <translation>请先签收工单（按 S）。</translation>
    </message>
    <message>
        <source>Your unit has signed for it already.</source>
        <translation>本单位已经签收。</translation>
    </message>
    <message>
        <source>The centre has named your unit: this ticket cannot be returned any more.</source>
        <translation>中心已指定由本单位办理，不能再退单。</translation>
    </message>
    <message>
        <source>No request for a return is open.</source>
        <translation>没有待审核的退单申请。</translation>
    </message>
    <message>
        <source>Your unit handled this ticket, so somebody else must call back.</source>
        <translation>本单位办理过这张工单，须由其他人回访。</translation>
    </message>
    <message>
        <source>Say whether it was solved and whether the caller is satisfied.</source>
        <translation>请选择是否解决、是否满意。</translation>
    </message>
    <message>
        <source>Name another ticket: one cannot be linked with itself.</source>
        <translation>请填另一张工单：工单不能关联自己。</translation>
    </message>
    <message>
        <source>The caller is hidden from you: he cannot be changed.</source>
        <translation>来电人已隐去，不能更改。</translation>
    </message>
    <message>
        <source>{user} may not see ticket {number}: hand over to somebody else.</source>
        <translation>{user} 看不到工单 {number}，不能接手。</translation>
    </message>
    <message>
        <source>There is no user {user} to hand over to.</source>
        <translation>没有 {user} 这个用户，不能交接。</translation>
    </message>
    <message>
        <source>{user} is an administrator: the roster is for others.</source>
        <translation>{user} 是管理员，不能列入名册。</translation>
    </message>
    <message>
        <source>Not a period: {from} to {to}. Days are yyyy-mm-dd, the last not before the first nor before today.</source>
        <translation>名册起止日期 {from} 至 {to} 不对：写作 yyyy-mm-dd，止日不早于起日，也不早于今天。</translation>
    </message>
    <message>
        <source>The procedure knows no roster right {right}: ask the administrator.</source>
        <translation>工作方法里没有名册权限 {right}，请管理员核对名册。</translation>
    </message>
    <message>
        <source>Your place on the roster begins on {from}.</source>
        <translation>名册权限从 {from} 起生效。</translation>
    </message>
    <message>
        <source>Your place on the roster ended on {until}: ask the administrator.</source>
        <translation>名册权限已于 {until} 到期，请联系管理员。</translation>
    </message>
    <message>
        <source>It overlaps the entry from {from} to {to}.</source>
        <translation>与名册中 {from} 至 {to} 的安排重叠。</translation>
    </message>
    <message>
        <source>An entry lasts {most} days at most.</source>
        <translation>名册安排最长 {most} 天。</translation>
    </message>
    <message>
        <source>The roster has no entry {id}.</source>
        <translation>名册里没有 {id} 这一条。</translation>
    </message>
    <message>
        <source>{count} drafts are unsettled: submit or discard them before you sign out.</source>
        <translation>还有 {count} 份草稿没有处理：请提交或放弃后再签退。</translation>
    </message>
    <message>
        <source>You still hold {count} tickets: name a successor before you sign out.</source>
        <translation>手上还有 {count} 件工单：请指定接班人后再签退。</translation>
    </message>
    <message>
        <source>{unit} is the unit reported: the report must not be handed to it.</source>
        <translation>{unit} 是被举报单位，举报件不得交给它（济南条例第三十二条）。</translation>
    </message>
    <message>
        <source>A {role} may not do “{command}”. May: {who}.</source>
        <translation>{role}不能“{command}”。可以的角色：{who}。</translation>
    </message>
    <message>
        <source>This account is disabled. Ask your administrator.</source>
        <translation>账号已停用，请联系管理员。</translation>
    </message>
    <message>
        <source>There is no such account: {user}.</source>
        <translation>没有这个账号：{user}。</translation>
    </message>
    <message>
        <source>There is such an account already: {user}.</source>
        <translation>账号已经存在：{user}。</translation>
    </message>
    <message>
        <source>Fill in “{field}”.</source>
        <translation>请填写“{field}”。</translation>
    </message>
    <message>
        <source>“{field}” is too long: {limit} characters at most.</source>
        <translation>“{field}”太长，最多 {limit} 个字。</translation>
    </message>
    <message>
        <source>There is no unit “{unit}”. Choose one from the list.</source>
        <translation>没有单位“{unit}”，请从列表中选择。</translation>
    </message>
    <message>
        <source>The unit “{unit}” is disabled. Choose another.</source>
        <translation>单位“{unit}”已停用，请选择其他单位。</translation>
    </message>
    <message>
        <source>The unit “{unit}” is named twice.</source>
        <translation>单位“{unit}”写了两次。</translation>
    </message>
    <message>
        <source>There is such a unit already: {unit}.</source>
        <translation>单位已经存在：{unit}。</translation>
    </message>
    <message>
        <source>There is no such device: {device}.</source>
        <translation>没有这台设备：{device}。</translation>
    </message>
    <message>
        <source>{count} rows of the holiday file cannot be read. Correct them and try again.</source>
        <translation>放假文件有 {count} 行读不出，请更正后再试。</translation>
    </message>
    <message>
        <source>The holiday paper of {year} is missing. Import it first, or in the same file.</source>
        <translation>缺少 {year} 年的放假安排，请先导入，或放在同一个文件里。</translation>
    </message>
    <message>
        <source>This is no period: {from} to {to} ends before it begins.</source>
        <translation>统计期 {from} 至 {to} 不对：结束早于开始。</translation>
    </message>
    <message>
        <source>The pause from {from} to {to} ends before it begins. Correct its times.</source>
        <translation>暂停 {from} 至 {to} 的结束早于开始，请更正。</translation>
    </message>
    <message>
        <source>The clock stands still since {since}. The deadline follows when it runs again.</source>
        <translation>计时自 {since} 起暂停，恢复后才有期限。</translation>
    </message>
    <message>
        <source>The deadline lies over 40 years ahead. Check the term and the office hours.</source>
        <translation>期限在四十年以后，请检查期限和办公时间。</translation>
    </message>
    <message>
        <source>The deadline lies in the past. Choose a later one.</source>
        <translation>期限早于现在，请选择以后的时间。</translation>
    </message>
    <message>
        <source>This is no term: {text}. Write for example 7wd, 15d or 24h.</source>
        <translation>看不懂这个期限：{text}。可写 7wd、15d 或 24h。</translation>
    </message>
    <message>
        <source>There is no reason “{reason}”. Choose one from the list.</source>
        <translation>没有理由“{reason}”，请从列表中选择。</translation>
    </message>
    <message>
        <source>This version does not know “{name}”. Update the workstation.</source>
        <translation>本版本不认识“{name}”，请升级工作台。</translation>
    </message>
    <message>
        <source>“{field}” is of the wrong kind: {expected} is wanted.</source>
        <translation>“{field}”的类型不对，应为 {expected}。</translation>
    </message>
    <message>
        <source>“{value}” does not fit in “{field}”.</source>
        <translation>“{field}”不能填“{value}”。</translation>
    </message>
    <message>
        <source>There is no field “{field}”.</source>
        <translation>没有“{field}”这一项。</translation>
    </message>
    <message>
        <source>“{field}” holds broken characters. Type it again.</source>
        <translation>“{field}”里有损坏的字符，请重新输入。</translation>
    </message>
    <message>
        <source>This article is not in the knowledge base of this desk.</source>
        <translation>本机知识库没有这篇知识。</translation>
    </message>
    <message>
        <source>This draft is gone already.</source>
        <translation>这份草稿已经不在了。</translation>
    </message>
    <message>
        <source>This entry is gone already.</source>
        <translation>这一条已经不在了。</translation>
    </message>
    <message>
        <source>There is no region “{region}”. Choose one from the list.</source>
        <translation>没有区域“{region}”，请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no category “{category}”. Choose one from the list.</source>
        <translation>没有分类“{category}”，请从列表中选择。</translation>
    </message>
    <message>
        <source>The centre does not know “{operation}”. Its version may be older.</source>
        <translation>中心不认识“{operation}”，中心的版本可能较旧。</translation>
    </message>
    <message>
        <source>User or password is wrong.</source>
        <translation>用户名或密码不对。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a moment, then try again.</source>
        <translation>密码错误次数过多，请稍等再试。</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>登录已过期，请重新登录。</translation>
    </message>
    <message>
        <source>This device is locked out. Ask your administrator.</source>
        <translation>这台设备已被停用，请联系管理员。</translation>
    </message>
    <message>
        <source>The password is too short: at least {least} characters.</source>
        <translation>密码太短，至少 {least} 个字符。</translation>
    </message>
    <message>
        <source>Your account may not do this.</source>
        <translation>您的账号不能这样做。</translation>
    </message>
    <message>
        <source>This desk has never been signed in. The first sign-in needs a line to the centre.</source>
        <translation>这台工作台还没有登录过，第一次登录需要连上中心。</translation>
    </message>
    <message>
        <source>This desk is in use by another window of the same user.</source>
        <translation>同一用户的另一个窗口正在使用这台工作台。</translation>
    </message>
    <message>
        <source>This file belongs to another user.</source>
        <translation>这个文件属于另一个用户。</translation>
    </message>
    <message>
        <source>The centre has ended this session. Sign in again.</source>
        <translation>中心已结束本次登录，请重新登录。</translation>
    </message>
    <message>
        <source>This workstation is too old for the centre. Update it; nothing is lost.</source>
        <translation>工作台版本太旧，请升级；您的内容都在。</translation>
    </message>
    <message>
        <source>The centre is older than this workstation. Ask for its update; nothing is lost.</source>
        <translation>中心的版本比工作台旧，请通知升级；您的内容都在。</translation>
    </message>
    <message>
        <source>The centre has not answered in time. What you typed is kept and will be sent.</source>
        <translation>中心没有及时答复。您写的内容已保存，会自动发送。</translation>
    </message>
    <message>
        <source>There is no line to the centre. Try again when it is back.</source>
        <translation>现在没有连上中心，请等线路恢复后再试。</translation>
    </message>
    <message>
        <source>The line to the centre was cut. It is being rebuilt.</source>
        <translation>与中心的线路断开，正在重连。</translation>
    </message>
    <message>
        <source>This is no server address: {address}. Write for example wss://host:port.</source>
        <translation>服务器地址不对：{address}。应写成 wss://主机:端口。</translation>
    </message>
    <message>
        <source>The line is too slow for what waits. It will be sent piece by piece.</source>
        <translation>线路太慢，待传内容会分批发送。</translation>
    </message>
    <message>
        <source>The centre could not work on this. Try again; if it stays, tell your administrator.</source>
        <translation>中心没能处理，请再试一次；仍不行请告诉管理员。</translation>
    </message>
    <message>
        <source>At this address is something else than the centre&apos;s server. Check address and port.</source>
        <translation>这个地址不是中心的服务器，请检查地址和端口。</translation>
    </message>
    <message>
        <source>The centre sent something that this version does not understand. Check both versions.</source>
        <translation>中心发来了本版本不认识的内容，请核对两边的版本。</translation>
    </message>
    <message>
        <source>Nobody answers at this address. Check address and port.</source>
        <translation>这个地址没有应答，请检查地址和端口。</translation>
    </message>
    <message>
        <source>The line is being shut down.</source>
        <translation>线路正在关闭。</translation>
    </message>
    <message>
        <source>The centre has not answered in time. Check the line.</source>
        <translation>中心没有及时应答，请检查线路。</translation>
    </message>
    <message>
        <source>This is too large to be sent.</source>
        <translation>内容太大，不能发送。</translation>
    </message>
    <message>
        <source>The name of the server is not known: {host}. Check the address.</source>
        <translation>找不到服务器 {host}，请检查地址。</translation>
    </message>
    <message>
        <source>The line to the centre failed. Check address and network.</source>
        <translation>线路出错，请检查地址和网络。</translation>
    </message>
    <message>
        <source>The CA file cannot be read: {file}. Choose the ca.pem of your centre.</source>
        <translation>读不出 CA 文件：{file}。请选择本中心的 ca.pem。</translation>
    </message>
    <message>
        <source>The certificate cannot be read: {file}.</source>
        <translation>读不出证书：{file}。</translation>
    </message>
    <message>
        <source>Key and certificate of the server do not belong together.</source>
        <translation>服务器的密钥和证书不是一对。</translation>
    </message>
    <message>
        <source>The key of the server cannot be read: {file}.</source>
        <translation>读不出服务器的密钥：{file}。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from your centre. Do not sign in; check address and CA file.</source>
        <translation>服务器的证书不是本中心签发的。请不要登录，先检查地址和 CA 文件。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host. Do not sign in; check the address.</source>
        <translation>服务器的证书属于另一台主机。请不要登录，先检查地址。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired. Ask your administrator.</source>
        <translation>服务器的证书已过期，请联系管理员。</translation>
    </message>
    <message>
        <source>No safe line could be made. Check address and CA file.</source>
        <translation>不能建立安全线路，请检查地址和 CA 文件。</translation>
    </message>
    <message>
        <source>This is no host name: {host}.</source>
        <translation>这不是主机名：{host}。</translation>
    </message>
    <message>
        <source>There are keys already at {path}.</source>
        <translation>{path} 已有密钥。</translation>
    </message>
    <message>
        <source>Key and certificate do not belong together.</source>
        <translation>密钥和证书不是一对。</translation>
    </message>
    <message>
        <source>Keys cannot be read: {path}.</source>
        <translation>读不出密钥：{path}。</translation>
    </message>
    <message>
        <source>Keys cannot be written: {path}.</source>
        <translation>写不了密钥：{path}。</translation>
    </message>
    <message>
        <source>The file of this desk is damaged. Nothing more is written to it. Call your administrator: “zhida-admin doctor” repairs it.</source>
        <translation>本机的数据文件已损坏，已停止写入。请联系管理员用“zhida-admin doctor”修复。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; what you see has been saved.</source>
        <translation>磁盘已满，请腾出空间；您看到的内容都已保存。</translation>
    </message>
    <message>
        <source>The disk does not answer. Check it; what you see has been saved.</source>
        <translation>磁盘没有应答，请检查；您看到的内容都已保存。</translation>
    </message>
    <message>
        <source>The file of this desk is locked by another program. Close it and try again.</source>
        <translation>本机的数据文件被别的程序占用，请关闭它再试。</translation>
    </message>
    <message>
        <source>The file of this desk was made by a changed version. Use the version that made it.</source>
        <translation>本机的数据文件由改动过的版本建立，请用原来的版本打开。</translation>
    </message>
    <message>
        <source>This is no file of a desk. Choose another one.</source>
        <translation>这不是工作台的数据文件，请另选一个。</translation>
    </message>
    <message>
        <source>The file of this desk may not be written. Check its rights.</source>
        <translation>本机的数据文件不能写，请检查权限。</translation>
    </message>
    <message>
        <source>The file of this desk was made by a newer version. Update the workstation.</source>
        <translation>本机的数据文件由更新的版本建立，请升级工作台。</translation>
    </message>
    <message>
        <source>The file of this desk cannot be used. Call your administrator.</source>
        <translation>本机的数据文件不能用，请联系管理员。</translation>
    </message>
    <message>
        <source>There is no such file: {file}.</source>
        <translation>没有这个文件：{file}。</translation>
    </message>
    <message>
        <source>The file cannot be read: {file}.</source>
        <translation>读不出文件：{file}。</translation>
    </message>
    <message>
        <source>The file is neither UTF-8 nor GB18030: {file}.</source>
        <translation>文件既不是 UTF-8 也不是 GB18030：{file}。</translation>
    </message>
    <message>
        <source>The file holds no rows.</source>
        <translation>文件里没有数据行。</translation>
    </message>
    <message>
        <source>The form of the file is not known.</source>
        <translation>不认识这种文件格式。</translation>
    </message>
    <message>
        <source>Cell {cell} has the error {value}; taken as empty.</source>
        <translation>单元格 {cell} 是错误值 {value}，按空处理。</translation>
    </message>
    <message>
        <source>The number {value} in cell {cell} has more than 15 digits, and the spreadsheet dropped the last ones: make the column text and enter it anew.</source>
        <translation>单元格 {cell} 的数 {value} 超过 15 位，表格软件已丢掉后面的数字；请把该列设为文本再填。</translation>
    </message>
    <message>
        <source>The text of cell {cell} is not in the file; taken as empty.</source>
        <translation>单元格 {cell} 的文字不在文件里，按空处理。</translation>
    </message>
    <message>
        <source>The formula of cell {cell} has no value, taken as empty: open the file in a spreadsheet program and save it.</source>
        <translation>单元格 {cell} 的公式没有算出的值，按空处理；请用表格软件打开并保存一次。</translation>
    </message>
    <message>
        <source>{file} is no workbook: --sheet does not fit.</source>
        <translation>{file} 不是工作簿，不能用 --sheet。</translation>
    </message>
    <message>
        <source>The sheet {part} is broken from this row on; nothing behind it was read.</source>
        <translation>工作表 {part} 从这一行起已损坏，后面的行没有读到。</translation>
    </message>
    <message>
        <source>“{cell}” is no place of a cell here.</source>
        <translation>单元格位置“{cell}”不对。</translation>
    </message>
    <message>
        <source>The texts of this row exceed {limit} MB.</source>
        <translation>这一行的文字超过 {limit} MB。</translation>
    </message>
    <message>
        <source>{rows} row(s) above the header are a title and passed over: {title}.</source>
        <translation>表头之前的 {rows} 行当作标题略过：{title}。</translation>
    </message>
    <message>
        <source>The part {part} of the workbook is damaged: save it anew.</source>
        <translation>工作簿里的 {part} 已损坏，无法读取；请重新另存一份。</translation>
    </message>
    <message>
        <source>The part {part} of the workbook has a DOCTYPE, as no workbook does; it is not read.</source>
        <translation>工作簿里的 {part} 带有 DOCTYPE 声明，正常的工作簿没有，不予读取。</translation>
    </message>
    <message>
        <source>No xlsx workbook, or a damaged one: {part} is missing.</source>
        <translation>不是 xlsx 工作簿，或者已损坏：缺少 {part}。</translation>
    </message>
    <message>
        <source>There is no sheet “{sheet}”; there are: {sheets}.</source>
        <translation>没有名为“{sheet}”的工作表；有：{sheets}。</translation>
    </message>
    <message>
        <source>The workbook is protected by a password, or an old .xls: save it as .xlsx without a password.</source>
        <translation>这个工作簿有密码保护，或者是旧的 .xls 格式；请另存为不带密码的 .xlsx。</translation>
    </message>
    <message>
        <source>The part {part} of the workbook unpacks to more than {limit} MB and is not read: split the file.</source>
        <translation>工作簿里的 {part} 展开后超过 {limit} MB，不予读取；请拆成几个文件。</translation>
    </message>
    <message>
        <source>No whole xlsx workbook, perhaps cut off on its way: get it again.</source>
        <translation>不是完整的 xlsx 工作簿，可能没有传完；请重新取得。</translation>
    </message>
    <message>
        <source>A row is no JSON.</source>
        <translation>有一行不是 JSON。</translation>
    </message>
    <message>
        <source>A row is no JSON object.</source>
        <translation>有一行不是 JSON 对象。</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>引号没有闭合。</translation>
    </message>
    <message>
        <source>The rules are no correct JSON (line {line}).</source>
        <translation>规则文件不是正确的 JSON（第 {line} 行）。</translation>
    </message>
    <message>
        <source>Line {line}, {path} must be: {expected}.</source>
        <translation>规则第 {line} 行 {path} 应为：{expected}。</translation>
    </message>
    <message>
        <source>Something that came over the line is damaged. It will be fetched again.</source>
        <translation>线路上传来的内容已损坏，会重新获取。</translation>
    </message>
    <message>
        <source>This did not work (%1). Nothing you typed is lost.</source>
        <translation>没有成功（%1）。您写的内容都在。</translation>
    </message>
    <message>
        <source>The admin socket {path} cannot be opened: {detail}. Check the directory&apos;s permissions.</source>
        <translation>管理通道 {path} 无法打开：{detail}。请检查目录权限。</translation>
    </message>
    <message>
        <source>No running server is behind {path}.</source>
        <translation>{path} 后面没有运行中的服务器。</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>登录已取消。</translation>
    </message>
    <message>
        <source>Too many wrong passwords: try again in {retryMs} ms.</source>
        <translation>密码错误次数过多，请 {retryMs} 毫秒后再试。</translation>
    </message>
    <message>
        <source>More than {limit} rows, the rule for one batch.</source>
        <translation>超过每批 {limit} 行的规定。</translation>
    </message>
    <message>
        <source>Somebody else administers {dir}: try again.</source>
        <translation>{dir} 正被别的管理命令使用，请稍后再试。</translation>
    </message>
    <message>
        <source>There is a centre in {dir} already.</source>
        <translation>{dir} 里已经有一个中心。</translation>
    </message>
    <message>
        <source>{dir} is in use by process {pid}: a server runs on it already, or an administration command has not ended.</source>
        <translation>{dir} 正被另一个程序使用（进程 {pid}）：服务器已在运行，或管理命令还没结束。</translation>
    </message>
    <message>
        <source>The server ended meanwhile: do it again.</source>
        <translation>服务器中途结束，请再执行一次。</translation>
    </message>
    <message>
        <source>There is no centre in {dir}: zhida-admin init {dir} makes one.</source>
        <translation>{dir} 里没有中心数据；先执行 zhida-admin init {dir}。</translation>
    </message>
    <message>
        <source>{count} tickets are not what their events say, the first is {first}: restore a backup.</source>
        <translation>{count} 张工单与自己的事件记录不符，第一张是 {first}：请从备份恢复。</translation>
    </message>
    <message>
        <source>{file} exists already: name another file.</source>
        <translation>{file} 已经存在，请换一个文件名。</translation>
    </message>
    <message>
        <source>{dir} cannot be read: {detail}.</source>
        <translation>无法读取 {dir}：{detail}。</translation>
    </message>
    <message>
        <source>{dir} cannot be written: {detail}.</source>
        <translation>无法写入 {dir}：{detail}。</translation>
    </message>
    <message>
        <source>This command belongs to another user and cannot be sent under this sign-in.</source>
        <translation>这条命令属于另一个用户，不能由当前登录者提交。</translation>
    </message>
    <message>
        <source>The command was written by a newer version: upgrade the server first; it stays in the outbox.</source>
        <translation>命令由更新的版本写成，请先升级服务器；内容仍保留在待发箱。</translation>
    </message>
    <message>
        <source>{path} refused data that does not fit ({detail}); nothing was written. Send this message to support.</source>
        <translation>{path} 拒绝了不一致的数据（{detail}）；没有写入任何内容，请把这条消息交给技术支持。</translation>
    </message>
    <message>
        <source>{path} exists already and is not overwritten.</source>
        <translation>{path} 已存在，不会覆盖。</translation>
    </message>
    <message>
        <source>Internal error of the database {path}: {detail}.</source>
        <translation>数据库内部错误（{path}）：{detail}。</translation>
    </message>
    <message>
        <source>The operation was interrupted; nothing was written.</source>
        <translation>操作被中断，没有写入任何内容。</translation>
    </message>
    <message>
        <source>There is no data file {path}.</source>
        <translation>找不到数据文件 {path}。</translation>
    </message>
    <message>
        <source>The list of the demo accounts is gone: {dir}. Delete this folder and start again.</source>
        <translation>演示账号的名单不见了：{dir}。删除这个文件夹后重新启动即可。</translation>
    </message>
    <message>
        <source>Internal error: {detail}.</source>
        <translation>内部错误：{detail}。</translation>
    </message>
    <message>
        <source>The first sign-in needs the centre: not with --offline.</source>
        <translation>第一次登录要连到中心，不能用 --offline。</translation>
    </message>
    <message>
        <source>Set ZHIDA_PASSWORD, or run on a terminal.</source>
        <translation>请设置 ZHIDA_PASSWORD，或在终端上运行。</translation>
    </message>
    <message>
        <source>The first time needs --server and --ca.</source>
        <translation>第一次使用要给出 --server 和 --ca。</translation>
    </message>
    <message>
        <source>The first time needs --user.</source>
        <translation>第一次使用要给出 --user。</translation>
    </message>
    <message>
        <source>All station codes are taken: ask support before enrolling more devices.</source>
        <translation>席位编号已用完，请停用不再使用的设备后联系技术支持。</translation>
    </message>
    <message>
        <source>{path} has only {freeMb} MB left.</source>
        <translation>{path} 只剩 {freeMb} MB。</translation>
    </message>
    <message>
        <source>A part of the feed is missing; it is fetched again by itself.</source>
        <translation>同步数据缺了一段，将自动重新获取。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>Others may read {file} ({mode}): chmod go= takes that back.</source>
        <translation>{file} 其他用户可以读取（{mode}），请执行 chmod go= 收回权限。</translation>
    </message>
    <message>
        <source>Messages are out of order (expected {expected}, found {found}); the line is made anew.</source>
        <translation>消息次序不对（应为 {expected}，收到 {found}），将重新连接。</translation>
    </message>
    <message>
        <source>It has no id.</source>
        <translation>没有编号。</translation>
    </message>
    <message>
        <source>These columns are not known: {columns}. Give a mapping file with --map (docs/importing.md).</source>
        <translation>不认识这些列：{columns}。请用 --map 指定映射文件（见 docs/importing.md）。</translation>
    </message>
    <message>
        <source>None of the {rows} rows of {file} could be imported.</source>
        <translation>{file} 的 {rows} 行没有一行能够导入。</translation>
    </message>
    <message>
        <source>Ticket {number} has been worked on since its import and stays as it is.</source>
        <translation>工单 {number} 导入后已有人办理，保留现状。</translation>
    </message>
    <message>
        <source>The password has been changed: sign in with the new one.</source>
        <translation>密码已更改，请用新密码登录。</translation>
    </message>
    <message>
        <source>A number in the JSON is too large.</source>
        <translation>JSON 里有一个数太大。</translation>
    </message>
    <message>
        <source>The JSON nests deeper than {most} levels.</source>
        <translation>JSON 嵌套超过 {most} 层。</translation>
    </message>
    <message>
        <source>This is no correct JSON ({at}).</source>
        <translation>JSON 格式不对（{at}）。</translation>
    </message>
    <message>
        <source>Not an address to listen on: {value}; it must be HOST:PORT, such as 127.0.0.1:0.</source>
        <translation>监听地址 {value} 不对；应为 主机:端口，例如 127.0.0.1:0。</translation>
    </message>
    <message>
        <source>The mapping file names a field {field}; there are: {allowed}.</source>
        <translation>映射文件中的字段 {field} 不存在；可用：{allowed}。</translation>
    </message>
    <message>
        <source>The mapping file is no correct JSON (byte {at}).</source>
        <translation>映射文件不是正确的 JSON（第 {at} 字节）。</translation>
    </message>
    <message>
        <source>In the mapping file, {path} must be: {expected}.</source>
        <translation>映射文件的 {path} 应为：{expected}。</translation>
    </message>
    <message>
        <source>Cannot listen on {host}:{port} ({detail}): use another address.</source>
        <translation>无法监听 {host}:{port}（{detail}）；请换一个地址。</translation>
    </message>
    <message>
        <source>Port {port} is in use: choose another one, or end the program that uses it.</source>
        <translation>端口 {port} 已被占用，请换一个端口或停掉占用它的程序。</translation>
    </message>
    <message>
        <source>The other end was silent for too long; the line was cut.</source>
        <translation>对方太久没有回应，连接已断开。</translation>
    </message>
    <message>
        <source>The other end reads too slowly; the line was cut.</source>
        <translation>对方接收太慢，连接已断开。</translation>
    </message>
    <message>
        <source>This desk has no ticket number left today: register at another desk.</source>
        <translation>本席位今天的工单编号已用完，请换一台席位登记。</translation>
    </message>
    <message>
        <source>This is done one ticket at a time.</source>
        <translation>只能逐件办理。</translation>
    </message>
    <message>
        <source>At most {most} tickets at once.</source>
        <translation>一次最多 {most} 件。</translation>
    </message>
    <message>
        <source>The command has left already: it can be undone, not withdrawn.</source>
        <translation>这条命令已经发出，只能撤销，不能收回。</translation>
    </message>
    <message>
        <source>This desk has not the whole history of the ticket yet; it is being fetched: try again in a moment.</source>
        <translation>本机还没有这张工单的全部经过，正在取回，请稍后再试。</translation>
    </message>
    <message>
        <source>You have done nothing on this ticket that could be undone.</source>
        <translation>您在这张工单上没有可撤销的操作。</translation>
    </message>
    <message>
        <source>This command was not refused.</source>
        <translation>这条命令没有被退回。</translation>
    </message>
    <message>
        <source>A password has at most {most} bytes.</source>
        <translation>密码不能超过 {most} 字节。</translation>
    </message>
    <message>
        <source>A password needs at least {least} characters.</source>
        <translation>密码至少要 {least} 个字符。</translation>
    </message>
    <message>
        <source>The certificate {file} expired on {on}.</source>
        <translation>证书 {file} 已于 {on} 过期。</translation>
    </message>
    <message>
        <source>The certificate {file} expires on {on}.</source>
        <translation>证书 {file} 将于 {on} 过期。</translation>
    </message>
    <message>
        <source>The account has been changed; it signs in anew by itself.</source>
        <translation>账号信息已变更，将自动重新登录。</translation>
    </message>
    <message>
        <source>Records of kind {kind} cannot be imported.</source>
        <translation>不能导入 {kind} 类记录。</translation>
    </message>
    <message>
        <source>This line is no JSON object ({detail}).</source>
        <translation>这一行不是一个 JSON 对象（{detail}）。</translation>
    </message>
    <message>
        <source>{have} columns, the header has {expected}.</source>
        <translation>有 {have} 列，表头只有 {expected} 列。</translation>
    </message>
    <message>
        <source>{have} columns, the header has {expected}; the rest is taken as empty.</source>
        <translation>只有 {have} 列，表头有 {expected} 列；缺的按空处理。</translation>
    </message>
    <message>
        <source>Id {id} is on line {line} already, with another content.</source>
        <translation>编号 {id} 在第 {line} 行已出现且内容不同。</translation>
    </message>
    <message>
        <source>The same as line {line} (id {id}); counted once.</source>
        <translation>与第 {line} 行（编号 {id}）相同，只记一次。</translation>
    </message>
    <message>
        <source>The server is busy: try again in a moment.</source>
        <translation>服务器正忙，请稍后再试。</translation>
    </message>
    <message>
        <source>Internal error of the server: {detail}.</source>
        <translation>服务器内部错误：{detail}。</translation>
    </message>
    <message>
        <source>The server is stopping; the desk reconnects by itself.</source>
        <translation>服务器正在停止，稍后会自动重连。</translation>
    </message>
    <message>
        <source>The server cannot write at the moment: look at its log and check the disk.</source>
        <translation>服务器暂时无法写入数据，请查看日志并检查磁盘。</translation>
    </message>
    <message>
        <source>The flow count of the line is wrong; it is made anew.</source>
        <translation>同步流量计数不符，将重新连接。</translation>
    </message>
    <message>
        <source>The same device has signed in elsewhere; this line was cut.</source>
        <translation>同一台设备在别处登录，本连接已断开。</translation>
    </message>
    <message>
        <source>The desk has not taken any data for too long; the line was cut.</source>
        <translation>对方长时间没有接收数据，连接已断开。</translation>
    </message>
    <message>
        <source>Message {frame} does not belong to stage {stage}; the line was cut.</source>
        <translation>在 {stage} 阶段收到不该有的消息 {frame}，连接已断开。</translation>
    </message>
    <message>
        <source>This version does not support PostgreSQL yet: use --store sqlite.</source>
        <translation>本版本还不支持 PostgreSQL；请用 --store sqlite。</translation>
    </message>
    <message>
        <source>There is no store {store}: use sqlite.</source>
        <translation>没有 {store} 这种存储；请用 sqlite。</translation>
    </message>
    <message>
        <source>Ticket {ticket} is too large to be synced.</source>
        <translation>工单 {ticket} 太大，无法同步。</translation>
    </message>
    <message>
        <source>Some bytes are no text; U+FFFD stands for them, the rest is kept.</source>
        <translation>有不能识别的字节，以 U+FFFD 代替，其余保留。</translation>
    </message>
    <message>
        <source>The ticket is outside of what you may see.</source>
        <translation>工单不在你的可见范围内。</translation>
    </message>
    <message>
        <source>Not a time: {value}; such as 2025-08-20T10:12:27+08:00.</source>
        <translation>时间 {value} 不对；例如 2025-08-20T10:12:27+08:00。</translation>
    </message>
    <message>
        <source>No time ({field}); kept all the same.</source>
        <translation>没有时间（{field}），照样保留。</translation>
    </message>
    <message>
        <source>The time {value} has no offset; the centre&apos;s is taken.</source>
        <translation>时间 {value} 没有时区，按中心时区处理。</translation>
    </message>
    <message>
        <source>{field} {value} is before the receipt at {createdAt}; kept all the same.</source>
        <translation>{field} {value} 早于受理时间 {createdAt}，照样保留。</translation>
    </message>
    <message>
        <source>The time {field} is not understood: {value}; kept all the same.</source>
        <translation>时间 {field} 无法识别：{value}；照样保留。</translation>
    </message>
    <message>
        <source>The same title as line {line}: {title}.</source>
        <translation>标题与第 {line} 行相同：{title}。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host name; init --host adds it.</source>
        <translation>服务器的证书不是给这个主机名的；用 init --host 加上它。</translation>
    </message>
    <message>
        <source>{unit} cannot be a unit&apos;s code: no blanks or quotes, at most 64 characters.</source>
        <translation>单位代码 {unit} 不能用：不要空格和引号，最多 64 个字符。</translation>
    </message>
    <message>
        <source>{user} cannot be a user&apos;s name: no blanks or quotes, at most 64 characters.</source>
        <translation>用户名 {user} 不能用：不要空格和引号，最多 64 个字符。</translation>
    </message>
    <message>
        <source>This is the last administrator.</source>
        <translation>这是最后一个管理员。</translation>
    </message>
    <message>
        <source>{field} has the unknown value {value}; the default is taken.</source>
        <translation>{field} 的值 {value} 不认识，按缺省处理。</translation>
    </message>
    <message>
        <source>The server is too old: upgrade it first.</source>
        <translation>服务器版本太旧，请先升级服务器。</translation>
    </message>
    <message>
        <source>This program is too old: upgrade it.</source>
        <translation>本程序版本太旧，请升级。</translation>
    </message>
    <message>
        <source>Several units ask for a return. Say which one you decide on.</source>
        <translation>有几个单位申请退单，请指明审核哪一个。</translation>
    </message>
    <message>
        <source>This desk sent more than the centre can take. It goes on more slowly by itself.</source>
        <translation>本机发送太快，中心来不及接收，会自动放慢。</translation>
    </message>
    <message>
        <source>Form “{form}”: “{field}” must be filled in.</source>
        <translation>表单“{form}”的“{field}”必须填写。</translation>
    </message>
    <message>
        <source>Form “{form}”: “{field}” does not apply here; leave it empty.</source>
        <translation>表单“{form}”的“{field}”在这种情形下不填。</translation>
    </message>
    <message>
        <source>Form “{form}” has “{field}” twice.</source>
        <translation>表单“{form}”的“{field}”写了两次。</translation>
    </message>
    <message>
        <source>Form “{form}” has no “{field}”; it may have a newer version.</source>
        <translation>表单“{form}”没有“{field}”这一项，表单版本可能已更新。</translation>
    </message>
    <message>
        <source>Form “{form}”: “{field}” must be: {expected}.</source>
        <translation>表单“{form}”的“{field}”应为：{expected}。</translation>
    </message>
    <message>
        <source>“{item}” has not been marked yet.</source>
        <translation>质检项目“{item}”还没有评分。</translation>
    </message>
    <message>
        <source>“{item}” has at most {most} points.</source>
        <translation>质检项目“{item}”最多 {most} 分。</translation>
    </message>
    <message>
        <source>“{item}” has been marked twice.</source>
        <translation>质检项目“{item}”评了两次。</translation>
    </message>
    <message>
        <source>The inspection sheet has no “{item}”.</source>
        <translation>质检表里没有“{item}”。</translation>
    </message>
    <message>
        <source>The matter has risen already: it does not go back to “{level}”.</source>
        <translation>事项已到更高一级，不能退回“{level}”。</translation>
    </message>
    <message>
        <source>“{level}” has had its rounds: go to the next level.</source>
        <translation>“{level}”的轮次已用完，请转上一级。</translation>
    </message>
    <message>
        <source>The matter is over: there is no further round.</source>
        <translation>事项已经了结，不再有新的轮次。</translation>
    </message>
    <message>
        <source>“{level}” must have failed {rounds} more time(s) before the next level may begin.</source>
        <translation>“{level}”还差 {rounds} 轮未果，才能上一级。</translation>
    </message>
    <message>
        <source>“{level}” is the highest level: the matter cannot rise further.</source>
        <translation>“{level}”已是最高一级，不能再上交。</translation>
    </message>
    <message>
        <source>There is no level “{level}”.</source>
        <translation>没有“{level}”这一级。</translation>
    </message>
    <message>
        <source>Level “{level}” has no result “{result}”.</source>
        <translation>“{level}”这一级没有“{result}”这种结果。</translation>
    </message>
    <message>
        <source>The rules are at version {live} by now; yours began with version {base}. Compare, then change again.</source>
        <translation>规则已由别人改为第 {live} 版，您是从第 {base} 版改起的，请对照后再改。</translation>
    </message>
    <message>
        <source>There is no version {number} of the rules.</source>
        <translation>没有第 {number} 版规则。</translation>
    </message>
    <message>
        <source>There is no pack “{pack}”.</source>
        <translation>没有名为“{pack}”的规则包。</translation>
    </message>
    <message>
        <source>Line {line}, {path}: “{value}” stands at {first} already.</source>
        <translation>规则第 {line} 行 {path}：“{value}”已在 {first} 出现。</translation>
    </message>
    <message>
        <source>Version {version} of form “{form}” is in use and may not change: add a new version.</source>
        <translation>表单“{form}”第 {version} 版已经在用，不能改动；请新增一个版本。</translation>
    </message>
    <message>
        <source>Line {line}, {path} has a gap: {missing} is missing.</source>
        <translation>规则第 {line} 行 {path} 有缺口，缺少：{missing}。</translation>
    </message>
    <message>
        <source>Line {line}: {path} is missing.</source>
        <translation>规则第 {line} 行 缺少 {path}。</translation>
    </message>
    <message>
        <source>Line {line}, {path}: “{value}” is defined nowhere.</source>
        <translation>规则第 {line} 行 {path}：“{value}”没有对应的定义。</translation>
    </message>
    <message>
        <source>Line {line}, {path}: this centre does not know “{value}”.</source>
        <translation>规则第 {line} 行 {path}：本中心没有“{value}”。</translation>
    </message>
    <message>
        <source>Line {line}, {path}: not known to this version; kept as it is.</source>
        <translation>规则第 {line} 行 {path}：本版本不认识，原样保留。</translation>
    </message>
    <message>
        <source>No row of the deadline table fits “{stage}”.</source>
        <translation>时限表中没有适用于“{stage}”的行。</translation>
    </message>
    <message>
        <source>The rules of the centre have not arrived at this desk yet. Connect it and open again.</source>
        <translation>中心的规则还没有同步到本席位，请联网后重新打开。</translation>
    </message>
    <message>
        <source>{count} mistake(s) must be corrected first.</source>
        <translation>请先改正 {count} 处错误。</translation>
    </message>
    <message>
        <source>You hold it already.</source>
        <translation>您已领取。</translation>
    </message>
    <message>
        <source>This ticket has no links.</source>
        <translation>本工单没有关联。</translation>
    </message>
    <message>
        <source>You have no open request here.</source>
        <translation>您在此没有待决定的申请。</translation>
    </message>
    <message>
        <source>No promise is still to be kept.</source>
        <translation>没有待兑现的承诺。</translation>
    </message>
    <message>
        <source>No request of somebody else waits for a decision.</source>
        <translation>没有他人的申请待审批。</translation>
    </message>
    <message>
        <source>No ticket is open.</source>
        <translation>没有打开的工单。</translation>
    </message>
    <message>
        <source>Nobody holds it.</source>
        <translation>无人领取。</translation>
    </message>
    <message>
        <source>“{command}” is for: {who}.</source>
        <translation>“{command}”的权限角色：{who}。</translation>
    </message>
    <message>
        <source>“{command}” is for tickets in the state: {from}.</source>
        <translation>“{command}”只用于以下状态的工单：{from}。</translation>
    </message>
    <message>
        <source>{user}&apos;s account is disabled: hand over to somebody else.</source>
        <translation>{user} 的账号已停用，不能接手。</translation>
    </message>
    <message>
        <source>{field} must be a day such as 2025-08-29.</source>
        <translation>{field} 应为 2025-08-29 这样的日期。</translation>
    </message>
    <message>
        <source>This article ended on {validTo}: give a new last day to renew it.</source>
        <translation>这篇知识的有效期到 {validTo} 已结束，续期时请给出新的截止日期。</translation>
    </message>
    <message>
        <source>Whoever wrote or has reviewed this draft cannot review it ({user}): ask a colleague.</source>
        <translation>起草或已审核过这一稿的人不能再审核（{user}），请换一位同事。</translation>
    </message>
    <message>
        <source>Article {article} is not due on {day}.</source>
        <translation>知识 {article} 在 {day} 不需要复核。</translation>
    </message>
    <message>
        <source>Article {article} has not been published yet.</source>
        <translation>知识 {article} 还没有发布。</translation>
    </message>
    <message>
        <source>This article is kept by {unit}: only its people may do this.</source>
        <translation>这篇知识由 {unit} 维护，只有该单位的人可以这样做。</translation>
    </message>
    <message>
        <source>You saw version {base}, version {live} has been published since: work on that one.</source>
        <translation>您看的是第 {base} 版，现在已发布第 {live} 版；请在新版上再改。</translation>
    </message>
    <message>
        <source>{by} has changed this draft first. Your words are kept: compare, then save again.</source>
        <translation>{by} 已先改了这一稿；您写的内容已保留，请对照后再保存。</translation>
    </message>
    <message>
        <source>There is no version {version}.</source>
        <translation>没有第 {version} 版。</translation>
    </message>
    <message>
        <source>Article {article} has been withdrawn.</source>
        <translation>知识 {article} 已下架。</translation>
    </message>
    <message>
        <source>The draft is at {stage}: {command} cannot be done now.</source>
        <translation>这一稿现在是 {stage}，不能执行 {command}。</translation>
    </message>
    <message>
        <source>{by} has phoned this caller already.</source>
        <translation>{by} 已经回访过这一件。</translation>
    </message>
    <message>
        <source>Campaign {campaign} exists already.</source>
        <translation>回访专案 {campaign} 已存在。</translation>
    </message>
    <message>
        <source>There are no direct answers to call back about in that time.</source>
        <translation>这段时间里没有需要回访的直答。</translation>
    </message>
    <message>
        <source>Ticket {ticket} is not in this campaign.</source>
        <translation>工单 {ticket} 不在这个专案里。</translation>
    </message>
    <message>
        <source>The answer of ticket {ticket} does not rest on this article or basis.</source>
        <translation>工单 {ticket} 的答复没有用到这篇知识或依据。</translation>
    </message>
    <message>
        <source>Name an article or the number of a basis, one of the two.</source>
        <translation>请给出知识或依据文号，二者选一。</translation>
    </message>
    <message>
        <source>More than the {limit} tickets of one campaign: take fewer days.</source>
        <translation>超过一个专案 {limit} 件的上限，请缩短天数。</translation>
    </message>
    <message>
        <source>There is no campaign {campaign}.</source>
        <translation>没有专案 {campaign}。</translation>
    </message>
    <message>
        <source>This cannot be done to a record of kind {kind}.</source>
        <translation>这类记录（{kind}）不能这样操作。</translation>
    </message>
    <message>
        <source>Version {version} settles nothing: it must be published and at least {least}.</source>
        <translation>第 {version} 版不能算作更正：须是已发布且不早于第 {least} 版。</translation>
    </message>
    <message>
        <source>Give the version that fixes it or the reason why not, one of the two.</source>
        <translation>请给出更正的版本，或不予更正的理由，二者选一。</translation>
    </message>
    <message>
        <source>A review is settled by renewing, withdrawing or replacing the article.</source>
        <translation>复核任务随续期、下架或新版本发布自动了结。</translation>
    </message>
    <message>
        <source>{by} has settled this task already.</source>
        <translation>{by} 已经了结这个任务。</translation>
    </message>
    <message>
        <source>There is no task {task}.</source>
        <translation>没有任务 {task}。</translation>
    </message>
    <message>
        <source>{unit} has ticket {number} in hand, and {user} does not work there: hand over to a colleague.</source>
        <translation>工单 {number} 是 {unit} 正在办理的，{user} 不在该单位，请交给本单位同事。</translation>
    </message>
    <message>
        <source>{key} is no key of a search of yours.</source>
        <translation>{key} 不是您的检索记录编号。</translation>
    </message>
    <message>
        <source>This search is not noted: it is empty, too long, or names a person or a number.</source>
        <translation>这条检索不能记录：它是空的、太长，或含有姓名、号码。</translation>
    </message>
    <message>
        <source>{key} is no place of a correction of yours.</source>
        <translation>{key} 不是您的推荐更正编号。</translation>
    </message>
    <message>
        <source>The text is too short to tell which calls are like it.</source>
        <translation>正文太短，无法据此更正推荐。</translation>
    </message>
    <message>
        <source>There is a task {task} already.</source>
        <translation>已经有任务 {task}。</translation>
    </message>
    <message>
        <source>The gateway&apos;s program cannot be run: {program} ({detail}).</source>
        <translation>短信通道程序无法运行：{program}（{detail}）。</translation>
    </message>
    <message>
        <source>The caller is hidden from your unit: no message can be sent from here.</source>
        <translation>来电人要求保密，不能从这里发短信。</translation>
    </message>
    <message>
        <source>The article is at version {live} by now; these are the words of version {version}. Please check and send again.</source>
        <translation>条目已更新到第 {live} 版，您写的是第 {version} 版的内容，请核对后重发。</translation>
    </message>
    <message>
        <source>No messages about a report or a restricted ticket: whoever holds the telephone would read them.</source>
        <translation>举报和限制知悉的工单不发短信：谁拿着手机谁就能看到。</translation>
    </message>
    <message>
        <source>This key is not that of a message: {key}.</source>
        <translation>短信的编号不对：{key}。</translation>
    </message>
    <message>
        <source>There is no mobile number to send to: {number}.</source>
        <translation>没有可以收短信的手机号：{number}。</translation>
    </message>
    <message>
        <source>“{article}” is no longer in force and cannot be sent.</source>
        <translation>“{article}”已不再有效，不能发出。</translation>
    </message>
    <message>
        <source>This centre sends no messages: the work method has no signature for them.</source>
        <translation>本中心没有短信通道：办事规则里没有短信签名。</translation>
    </message>
    <message>
        <source>This message is in state {state}: that cannot be done.</source>
        <translation>这条短信的状态是“{state}”，不能这样做。</translation>
    </message>
    <message>
        <source>There is no such message: {message}.</source>
        <translation>没有这条短信：{message}。</translation>
    </message>
    <message>
        <source>{file} holds no tables of an implementation list: one of services (task_name, task_code, dept_name) and at least one that belongs to it.</source>
        <translation>{file} 里没有实施清单的表：要有一张事项表（事项名称、实施编码、实施主体）和至少一张附表。</translation>
    </message>
    <message>
        <source>Of its questions only the wording is taken: {count} answers are left out.</source>
        <translation>常见问题只取了问法，{count} 条解答没有导入。</translation>
    </message>
    <message>
        <source>Table “{sheet}”, line {line}: it has no name.</source>
        <translation>工作表“{sheet}”第 {line} 行：没有名称。</translation>
    </message>
    <message>
        <source>Table “{sheet}”, line {line}: the list has no service {key}.</source>
        <translation>工作表“{sheet}”第 {line} 行：清单里没有编号为“{key}”的事项。</translation>
    </message>
    <message>
        <source>The article is another one by now or not in force: the message was not sent.</source>
        <translation>条目已更新或失效，短信没有发出。</translation>
    </message>
    <message>
        <source>Another delivery is at work on this centre: {dir}.</source>
        <translation>这个中心已经有一个短信发送程序在运行：{dir}。</translation>
    </message>
</context>
<context>
    <name>FormPlan</name>
    <message>
        <source>Public: the caller is told this word for word. Internal: only staff can read it.</source>
        <translation>公开答复逐字告知诉求人；办理情况仅内部可见。</translation>
    </message>
    <message>
        <source>What was done and what comes next, without personal data</source>
        <translation>做了什么、下一步怎么办，不写个人信息</translation>
    </message>
    <message>
        <source>Who went there, when, what was found</source>
        <translation>谁去的、何时、发现什么</translation>
    </message>
    <message>
        <source>Law, list of responsibilities or fact it rests on</source>
        <translation>所依据的法规、职责清单或事实</translation>
    </message>
    <message>
        <source>More, if it helps</source>
        <translation>补充说明（可不填）</translation>
    </message>
    <message>
        <source>Who should have it</source>
        <translation>应由哪个单位承办</translation>
    </message>
    <message>
        <source>%1 asks: %2. Basis: %3</source>
        <translation>%1 申请：%2。依据：%3</translation>
    </message>
    <message>
        <source>Whose request</source>
        <translation>哪个单位的申请</translation>
    </message>
    <message>
        <source>Approve: the unit leaves</source>
        <translation>同意：该单位退出</translation>
    </message>
    <message>
        <source>Reject: the unit goes on</source>
        <translation>驳回：继续办理</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>No further return: the centre names this unit</source>
        <translation>指定由该单位办理，不得再退</translation>
    </message>
    <message>
        <source>The centre names who has it. That unit may not return it.</source>
        <translation>由中心指定承办单位，被指定的单位不得再退单。</translation>
    </message>
    <message>
        <source>Unit that answers for it</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Law or list of responsibilities</source>
        <translation>法规或职责清单</translation>
    </message>
    <message>
        <source>Add a unit that helps</source>
        <translation>添加协办单位</translation>
    </message>
    <message>
        <source>Every part has its own unit; the caller is called back once for all of them.</source>
        <translation>每个部分各有承办单位；合并一次回访。</translation>
    </message>
    <message>
        <source>What the units are to do and how to answer</source>
        <translation>要求各单位做什么、怎样答复</translation>
    </message>
    <message>
        <source>Your unit stays responsible. Their clocks end before yours.</source>
        <translation>本单位仍负总责；下派单位的时限须早于本单位。</translation>
    </message>
    <message>
        <source>Add a unit</source>
        <translation>添加单位</translation>
    </message>
    <message>
        <source>What they are to do</source>
        <translation>要求做什么</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>无人接听</translation>
    </message>
    <message>
        <source>What was said, or how often it rang</source>
        <translation>说了什么，或振铃几次</translation>
    </message>
    <message>
        <source>What the caller was promised</source>
        <translation>向诉求人承诺了什么</translation>
    </message>
    <message>
        <source>Every promise is kept.</source>
        <translation>承诺均已兑现。</translation>
    </message>
    <message>
        <source>Your claim, promises and callbacks of this ticket go with it.</source>
        <translation>您对本工单的领取、承诺和回访一并移交。</translation>
    </message>
    <message>
        <source>Name or initials of pinyin</source>
        <translation>姓名或拼音首字母</translation>
    </message>
    <message>
        <source>What the successor must know</source>
        <translation>接手人须知</translation>
    </message>
    <message>
        <source>The rules of the centre have no form of this kind.</source>
        <translation>本中心规则中没有此类表单。</translation>
    </message>
    <message>
        <source>For colleagues; the caller never sees it</source>
        <translation>仅供内部，诉求人看不到</translation>
    </message>
    <message>
        <source>What the caller adds</source>
        <translation>诉求人补充的内容</translation>
    </message>
    <message>
        <source>This ticket is done. A supplement opens it again.</source>
        <translation>工单已办结，补充后会重新打开。</translation>
    </message>
    <message>
        <source>This ticket has no links.</source>
        <translation>本工单没有关联。</translation>
    </message>
    <message>
        <source>Why it is corrected</source>
        <translation>更正原因</translation>
    </message>
    <message>
        <source>Left empty: stays as it is</source>
        <translation>不填则保持不变</translation>
    </message>
    <message>
        <source>Only what you change is sent. Another matter or place may move the due time.</source>
        <translation>只提交改动的内容。改变事项或地点可能改变截止时间。</translation>
    </message>
    <message>
        <source>The ticket goes back to %1.</source>
        <translation>工单退回 %1 补充。</translation>
    </message>
    <message>
        <source>What must be asked before it can be dispatched</source>
        <translation>派单前须向诉求人问清什么</translation>
    </message>
    <message>
        <source>A supervisor confirms. The caller must be told the ground and the right channel.</source>
        <translation>须主管确认，并告知诉求人理由和正确渠道。</translation>
    </message>
    <message>
        <source>Ground of the rules</source>
        <translation>规则中的情形</translation>
    </message>
    <message>
        <source>The right channel, as it is read out</source>
        <translation>正确渠道（告知用语）</translation>
    </message>
    <message>
        <source>For the supervisor: why the ground fits</source>
        <translation>给主管：为什么符合该情形</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>This cannot be undone: the call is passed on at once.</source>
        <translation>立即转接，不能撤销。</translation>
    </message>
    <message>
        <source>What the emergency desk was told</source>
        <translation>向紧急热线说明了什么</translation>
    </message>
    <message>
        <source>Only when the caller no longer asks for it.</source>
        <translation>仅限诉求人不再要求办理时。</translation>
    </message>
    <message>
        <source>What the caller said</source>
        <translation>诉求人怎么说</translation>
    </message>
    <message>
        <source>Why nobody can work on it</source>
        <translation>为什么无法办理</translation>
    </message>
    <message>
        <source>Harassing call</source>
        <translation>骚扰来电</translation>
    </message>
    <message>
        <source>This ticket follows the main ticket until it is taken out again. Both callers are called back.</source>
        <translation>本工单随主工单办理，直到解除并案；两位诉求人都要回访。</translation>
    </message>
    <message>
        <source>What is the same in both</source>
        <translation>两单相同之处</translation>
    </message>
    <message>
        <source>The ticket waits for its own dispatch again.</source>
        <translation>工单恢复为待派遣。</translation>
    </message>
    <message>
        <source>Why it is not the same matter</source>
        <translation>为什么不是同一事项</translation>
    </message>
    <message>
        <source>Who asked for it, and why</source>
        <translation>谁提出、为什么</translation>
    </message>
    <message>
        <source>Caller hidden: units see the matter, never the caller. Restricted: only supervisors, who registered it and the units that have it.</source>
        <translation>隐去诉求人：单位只见事项，不见诉求人。定向可见：仅主管、登记人和承办单位可见。</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>加上</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No flag is set.</source>
        <translation>没有标记。</translation>
    </message>
    <message>
        <source>Set: %1</source>
        <translation>已有标记：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 tells the caller: %2</source>
        <translation>%1 的公开答复：%2</translation>
    </message>
    <message>
        <source>Approve: on to the callback</source>
        <translation>通过：转回访</translation>
    </message>
    <message>
        <source>Send back to the unit</source>
        <translation>退回承办单位</translation>
    </message>
    <message>
        <source>What is missing, when it is sent back</source>
        <translation>退回时写明缺什么</translation>
    </message>
    <message>
        <source>The caller was told: %1</source>
        <translation>答复内容：%1</translation>
    </message>
    <message>
        <source>What the caller says about it</source>
        <translation>来电人的意见</translation>
    </message>
    <message numerus="yes">
        <source>Urged %n time(s) before.</source>
        <translation>
            <numerusform>此前已催办 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>What the unit is to know</source>
        <translation>需要单位知晓什么</translation>
    </message>
    <message>
        <source>The caller has phoned again</source>
        <translation>诉求人再次来电</translation>
    </message>
    <message>
        <source>Without a unit it goes to the lead.</source>
        <translation>不选单位则督办主办单位。</translation>
    </message>
    <message>
        <source>Ground, as the rule names it</source>
        <translation>规定的督办情形</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答复：%1</translation>
    </message>
    <message>
        <source>No supervision is open.</source>
        <translation>没有进行中的督办。</translation>
    </message>
    <message>
        <source>What was done, and by when the rest will be</source>
        <translation>已做什么，其余何时完成</translation>
    </message>
    <message>
        <source>We ask to be relieved of it</source>
        <translation>申请退回督办</translation>
    </message>
    <message>
        <source>Enough: it ends</source>
        <translation>通过，督办办结</translation>
    </message>
    <message>
        <source>Not enough: it goes on</source>
        <translation>不通过，继续督办</translation>
    </message>
    <message>
        <source>Same number, new clock.</source>
        <translation>编号不变，重新计时。</translation>
    </message>
    <message>
        <source>What the check has found</source>
        <translation>核查发现什么</translation>
    </message>
    <message>
        <source>Why it is looked at again</source>
        <translation>为什么回头看</translation>
    </message>
    <message>
        <source>What was not known before</source>
        <translation>此前不掌握的情况</translation>
    </message>
    <message>
        <source>What was seen on the spot</source>
        <translation>现场所见</translation>
    </message>
    <message>
        <source>Without a callback.</source>
        <translation>不经回访直接办结。</translation>
    </message>
    <message>
        <source>Why nobody is called back</source>
        <translation>为什么不回访</translation>
    </message>
    <message>
        <source>The rules of the centre have no ladder.</source>
        <translation>本中心规则中没有逐级办理。</translation>
    </message>
    <message>
        <source>Stands at %1; responsible: %2</source>
        <translation>当前：%1；责任人：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>This ticket is on no ladder.</source>
        <translation>本工单未进入逐级办理。</translation>
    </message>
    <message>
        <source>Who took part, what was agreed</source>
        <translation>参加人员、达成什么</translation>
    </message>
    <message>
        <source>Why this level cannot solve it</source>
        <translation>为什么本级不能解决</translation>
    </message>
    <message>
        <source>Due %1 instead of %2</source>
        <translation>截止时间改为 %1（原 %2）</translation>
    </message>
    <message>
        <source>Added to the old due time. At most %1 at a time.</source>
        <translation>在原截止时间上顺延，一次最多 %1。</translation>
    </message>
    <message>
        <source>Why it cannot be done in time</source>
        <translation>为什么不能按期办结</translation>
    </message>
    <message>
        <source>Interim reply that the caller was given</source>
        <translation>已告知诉求人的阶段性答复</translation>
    </message>
    <message>
        <source>For what cannot be solved for a long time. The clock stands still once the centre approves.</source>
        <translation>用于长期不能解决的事项；中心批准后暂停计时。</translation>
    </message>
    <message>
        <source>What the caller is told about it</source>
        <translation>答复口径</translation>
    </message>
    <message>
        <source>Changes what is counted, never what the caller sees.</source>
        <translation>只影响考核，不影响对诉求人的答复。</translation>
    </message>
    <message>
        <source>What happened, and why it should not count</source>
        <translation>情况说明及不应计入的理由</translation>
    </message>
    <message>
        <source>Law or paper it rests on</source>
        <translation>所依据的法规或文件</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 申请</translation>
    </message>
    <message>
        <source>%1 asks: %2</source>
        <translation>%1 申请：%2</translation>
    </message>
    <message>
        <source>The caller is told: %1</source>
        <translation>告知诉求人：%1</translation>
    </message>
    <message>
        <source>To be taken up again on %1</source>
        <translation>计划 %1 恢复办理</translation>
    </message>
    <message>
        <source>No request waits for a decision.</source>
        <translation>没有待审批的申请。</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>批准</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>不批准</translation>
    </message>
    <message>
        <source>If approved: %1</source>
        <translation>若批准：%1</translation>
    </message>
    <message>
        <source>Your unit has no open request here.</source>
        <translation>本单位没有待决定的申请。</translation>
    </message>
    <message>
        <source>What is left of its time runs on from now.</source>
        <translation>剩余时限从现在起继续计算。</translation>
    </message>
    <message>
        <source>What has changed</source>
        <translation>情况有何变化</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>As a caller would call it</source>
        <translation>按群众的叫法写</translation>
    </message>
    <message>
        <source>Other names, one a line</source>
        <translation>别名，一行一个</translation>
    </message>
    <message>
        <source>The question as callers put it, one a line</source>
        <translation>群众的问法，一行一个</translation>
    </message>
    <message>
        <source>The sentences to read out</source>
        <translation>读给来电人的话</translation>
    </message>
    <message>
        <source>Who can apply, one condition a line</source>
        <translation>谁能办，一行一条</translation>
    </message>
    <message>
        <source>What is to be brought, one a line</source>
        <translation>要带什么，一行一件</translation>
    </message>
    <message>
        <source>What happens, one step a line</source>
        <translation>怎么办，一行一步</translation>
    </message>
    <message>
        <source>One a line, not longer than 20 characters</source>
        <translation>一行一个，不超过 20 字</translation>
    </message>
    <message>
        <source>Working days 8:30-12:00 …</source>
        <translation>工作日 8:30-12:00 …</translation>
    </message>
    <message>
        <source>Exact to window or room</source>
        <translation>写到窗口或房间</translation>
    </message>
    <message>
        <source>With area code</source>
        <translation>带区号</translation>
    </message>
    <message>
        <source>Day, such as 2026-01-31; empty: always has been</source>
        <translation>日期，如 2026-01-31；不填为一直有效</translation>
    </message>
    <message>
        <source>Last day; empty: no end</source>
        <translation>最后一天；不填为长期</translation>
    </message>
    <message>
        <source>Days until the next review</source>
        <translation>多少天后复核</translation>
    </message>
    <message>
        <source>What has changed, and the paper it follows</source>
        <translation>改了什么，依据哪份文件</translation>
    </message>
    <message>
        <source>A colleague of your unit reviews it first, then the centre. Until then callers are told the published text.</source>
        <translation>先由本单位同事审核，再由中心审核；通过之前，读给来电人的仍是已发布的文本。</translation>
    </message>
    <message>
        <source>What the reviewers should know</source>
        <translation>审核人需要知道的</translation>
    </message>
    <message>
        <source>Send back to its author</source>
        <translation>退回修改</translation>
    </message>
    <message>
        <source>Why; who is sent back needs a reason</source>
        <translation>意见；退回必须写明理由</translation>
    </message>
    <message>
        <source>You have read the published text and vouch for it. It stays the same version.</source>
        <translation>您已看过已发布的文本并确认无误；版本号不变。</translation>
    </message>
    <message>
        <source>What you checked it against</source>
        <translation>对照什么核实的</translation>
    </message>
    <message>
        <source>Days until the next review; empty: as before</source>
        <translation>多少天后再复核；不填照旧</translation>
    </message>
    <message>
        <source>A new last day; empty: as before</source>
        <translation>新的截止日期；不填照旧</translation>
    </message>
    <message>
        <source>Call takers find it no longer. Every version stays readable.</source>
        <translation>下架后话务员查不到，各版本仍可查看。</translation>
    </message>
    <message>
        <source>Why it must not be read out any more</source>
        <translation>为什么不能再读给来电人</translation>
    </message>
    <message>
        <source>The draft is given up; the published text is not touched.</source>
        <translation>放弃这份草稿；已发布的文本不受影响。</translation>
    </message>
    <message>
        <source>It goes to the unit that keeps this article as a task. The call goes on.</source>
        <translation>作为任务交给维护单位，通话照常进行。</translation>
    </message>
    <message>
        <source>What is wrong, what is right, who said so</source>
        <translation>错在哪里，正确的是什么，谁说的</translation>
    </message>
    <message>
        <source>Give the published version that mends it, or the reason why nothing is changed.</source>
        <translation>填写已更正的发布版本，或者不予更正的理由。</translation>
    </message>
    <message>
        <source>Number of the version</source>
        <translation>版本号</translation>
    </message>
    <message>
        <source>Of an article that was missing: its key</source>
        <translation>补写的知识：它的编号</translation>
    </message>
    <message>
        <source>Why nothing is changed</source>
        <translation>不予更正的理由</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>回访话术</translation>
    </message>
    <message>
        <source>The whole script</source>
        <translation>全部话术</translation>
    </message>
    <message>
        <source>Start phoning</source>
        <translation>发起回访</translation>
    </message>
    <message>
        <source>Number of the repealed document, such as 国发〔1987〕24号</source>
        <translation>已废止文件的文号，如 国发〔1987〕24号</translation>
    </message>
    <message>
        <source>Of how many days</source>
        <translation>最近多少天</translation>
    </message>
    <message>
        <source>What has changed, and what the callers are to be told now</source>
        <translation>变了什么，现在应当怎样告知诉求人</translation>
    </message>
    <message>
        <source>Phoned</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>What the caller has been told now, and what came of it</source>
        <translation>这次告知了什么，诉求人怎么说</translation>
    </message>
    <message>
        <source>It goes to the unit as a task. It is settled when the article is published.</source>
        <translation>作为任务交给该单位，条目发布后自动了结。</translation>
    </message>
    <message>
        <source>What people ask</source>
        <translation>群众问什么</translation>
    </message>
    <message>
        <source>What the article ought to say</source>
        <translation>条目应当写明什么</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送短信</translation>
    </message>
    <message>
        <source>A message that has left cannot be taken back. The telephone shows it to whoever holds it.</source>
        <translation>短信发出后不能撤回，谁拿着手机谁就能看到，请不要写入他人信息。</translation>
    </message>
    <message>
        <source>What to bring, where to go</source>
        <translation>带什么材料、到哪里办</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) with 【%1】, sent as %2 message(s)</source>
        <translation>
            <numerusform>连同签名【%1】共 %n 字，按 %2 条短信发送</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Path</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Nobody: the clock stands still</source>
        <translation>无（暂停计时）</translation>
    </message>
    <message>
        <source>The centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>Proof</name>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Counted: worked instead of %1</source>
        <translation>计入：%1调休上班</translation>
    </message>
    <message>
        <source>Day of receipt, not counted</source>
        <translation>收到当日，不计</translation>
    </message>
    <message>
        <source>Day on which the term before ended</source>
        <translation>原期限届满当日，不计</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Outside office hours</source>
        <translation>非办公时间</translation>
    </message>
    <message>
        <source>Clock stood still</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Holiday: %1</source>
        <translation>节假日：%1</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>自 %2 起 %1</translation>
    </message>
    <message>
        <source>, then %1 more</source>
        <translation>，再延 %1</translation>
    </message>
    <message>
        <source>%1: due %2</source>
        <translation>%1：%2 截止</translation>
    </message>
    <message>
        <source>Provisional: the State Council has not yet published the calendar of that year.</source>
        <translation>暂定：国务院尚未公布该年放假安排。</translation>
    </message>
</context>
<context>
    <name>Remaining</name>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限时</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
    <message>
        <source>Clock stands still</source>
        <translation>暂停计时</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>Add a unit that helps</source>
        <translation>添加协办单位</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Codes, with commas between them</source>
        <translation>代码，用逗号隔开</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Handling</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>Callback and redo</source>
        <translation>回访、重办</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>同一诉求、质检</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺少此项</translation>
    </message>
    <message>
        <source>must be: %1</source>
        <translation>应为：%1</translation>
    </message>
    <message>
        <source>says the same as %1</source>
        <translation>与“%1”重复</translation>
    </message>
    <message>
        <source>“%1” is defined nowhere</source>
        <translation>“%1”没有定义</translation>
    </message>
    <message>
        <source>has a gap: %1 is missing</source>
        <translation>不完整，缺少：%1</translation>
    </message>
    <message>
        <source>the centre does not know “%1”</source>
        <translation>本中心没有“%1”</translation>
    </message>
    <message>
        <source>is in use and may not change; give it the next version</source>
        <translation>已在使用，不能改动；请另立新版本</translation>
    </message>
    <message>
        <source>is of a newer program; it is kept</source>
        <translation>是新版程序的字段，已原样保留</translation>
    </message>
    <message>
        <source>Taking</source>
        <translation>接单</translation>
    </message>
    <message>
        <source>Dispatching</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>First contact</source>
        <translation>首次联系</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Asking for a return</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Solving</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Calling back</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>A sample</source>
        <translation>抽查</translation>
    </message>
    <message>
        <source>Only on request</source>
        <translation>仅按要求</translation>
    </message>
    <message>
        <source>The same units</source>
        <translation>原单位</translation>
    </message>
    <message>
        <source>Dispatched anew</source>
        <translation>重新派单</translation>
    </message>
    <message>
        <source>First level of the ladder</source>
        <translation>从第一级重启</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>了结</translation>
    </message>
    <message>
        <source>Not settled</source>
        <translation>未成</translation>
    </message>
    <message>
        <source>Rises</source>
        <translation>上交</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>单行文字</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>多行文字</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>版本号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>One choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是否</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Round of a ladder</source>
        <translation>逐级办理轮次</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Inspection</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记后</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>派单后</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退单后</translation>
    </message>
    <message>
        <source>Extended</source>
        <translation>延期后</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>回复后</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>催办后</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>升级后</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>亮黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>亮红牌</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结后</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Who registered it</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>分派员</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Assisting units</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Head of the unit</source>
        <translation>单位负责人</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督办员</translation>
    </message>
    <message>
        <source>In the window</source>
        <translation>窗口提醒</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>General</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Region, first six digits</source>
        <translation>区划代码前六位</translation>
    </message>
    <message>
        <source>Clock ahead of UTC, minutes</source>
        <translation>时区（比协调世界时早，分钟）</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>办公时间</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>保存人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Place in the log</source>
        <translation>日志位置</translation>
    </message>
    <message>
        <source>Place of the version before</source>
        <translation>上一版本的日志位置</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>依据来源</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Article or page</source>
        <translation>条款、页码</translation>
    </message>
    <message>
        <source>Types of appeal</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Urgencies</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>受理渠道</translation>
    </message>
    <message>
        <source>Emergency numbers</source>
        <translation>紧急专线</translation>
    </message>
    <message>
        <source>Deadline table</source>
        <translation>时限表</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Type of appeal</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Category (beginning)</source>
        <translation>分类（开头）</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>Region (beginning)</source>
        <translation>区划（开头）</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Claim lasts, minutes</source>
        <translation>领取租期（分钟）</translation>
    </message>
    <message>
        <source>Dispatch rests, seconds</source>
        <translation>派单撤回期（秒）</translation>
    </message>
    <message>
        <source>Archived after closing</source>
        <translation>办结后归档</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>黄牌、红牌</translation>
    </message>
    <message>
        <source>Yellow card: working days left (0: none)</source>
        <translation>黄牌：剩余工作日（0 为不发）</translation>
    </message>
    <message>
        <source>Red card: working day after the term (0: none)</source>
        <translation>红牌：逾期第几个工作日（0 为不发）</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Returns a unit may ask for</source>
        <translation>每个单位可申请次数</translation>
    </message>
    <message>
        <source>Last redo with a return (0: none)</source>
        <translation>第几次重办内可退（0 为不可）</translation>
    </message>
    <message>
        <source>The n-th return opens an arbitration</source>
        <translation>第几次退单转裁定</translation>
    </message>
    <message>
        <source>Extensions</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Extensions of a ticket</source>
        <translation>可延期次数</translation>
    </message>
    <message>
        <source>Extensions for special reasons</source>
        <translation>特别复杂可延期次数</translation>
    </message>
    <message>
        <source>Special reasons (codes)</source>
        <translation>特别复杂的理由（代码）</translation>
    </message>
    <message>
        <source>One extension at most</source>
        <translation>每次最长</translation>
    </message>
    <message>
        <source>Only before the due time</source>
        <translation>须在时限内申请</translation>
    </message>
    <message>
        <source>Reasons of returns</source>
        <translation>退单理由</translation>
    </message>
    <message>
        <source>Reasons of extensions</source>
        <translation>延期理由</translation>
    </message>
    <message>
        <source>Reasons of suspensions</source>
        <translation>挂账理由</translation>
    </message>
    <message>
        <source>Opinions of the review</source>
        <translation>审核退回意见</translation>
    </message>
    <message>
        <source>Grounds for not accepting</source>
        <translation>不予受理情形</translation>
    </message>
    <message>
        <source>Right channel, Chinese</source>
        <translation>正确渠道（中文）</translation>
    </message>
    <message>
        <source>Right channel, English</source>
        <translation>正确渠道（英文）</translation>
    </message>
    <message>
        <source>Who is called back</source>
        <translation>回访方式</translation>
    </message>
    <message>
        <source>Sample, per cent</source>
        <translation>抽查比例（%）</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>抽签种子</translation>
    </message>
    <message>
        <source>Direct answers too</source>
        <translation>直答也回访</translation>
    </message>
    <message>
        <source>Unanswered calls</source>
        <translation>最多呼叫次数</translation>
    </message>
    <message>
        <source>Again after</source>
        <translation>再次呼叫间隔</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>免打扰时段</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>回访话术</translation>
    </message>
    <message>
        <source>Usual opinions</source>
        <translation>常用意见</translation>
    </message>
    <message>
        <source>When the matter is</source>
        <translation>解决情况为</translation>
    </message>
    <message>
        <source>When the caller is</source>
        <translation>满意度为</translation>
    </message>
    <message>
        <source>Redos at most</source>
        <translation>最多重办次数</translation>
    </message>
    <message>
        <source>Supervised from redo (0: never)</source>
        <translation>第几次起督办（0 为不督办）</translation>
    </message>
    <message>
        <source>Where it starts</source>
        <translation>从哪里重办</translation>
    </message>
    <message>
        <source>Ladders</source>
        <translation>逐级办理</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>责任人</translation>
    </message>
    <message>
        <source>Time of the level</source>
        <translation>本级时限</translation>
    </message>
    <message>
        <source>Failed rounds before the next level</source>
        <translation>几轮未成开放下一级</translation>
    </message>
    <message>
        <source>Rounds at most (0: any)</source>
        <translation>最多轮次（0 为不限）</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>Form of a round</source>
        <translation>每轮填写的表单</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Shown when</source>
        <translation>显示条件</translation>
    </message>
    <message>
        <source>Required when</source>
        <translation>必填条件</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Is one of</source>
        <translation>取值之一</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>At most (0: any)</source>
        <translation>最大（0 为不限）</translation>
    </message>
    <message>
        <source>Responsibility list</source>
        <translation>职责清单</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Opinion presets</source>
        <translation>派单意见预设</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知规则</translation>
    </message>
    <message>
        <source>When</source>
        <translation>何时</translation>
    </message>
    <message>
        <source>To</source>
        <translation>通知谁</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Roster rights</source>
        <translation>名册权限</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Actions (none: all of the role)</source>
        <translation>可用操作（空为该角色全部）</translation>
    </message>
    <message>
        <source>Days at most</source>
        <translation>最长天数</translation>
    </message>
    <message>
        <source>Same matter</source>
        <translation>同一诉求</translation>
    </message>
    <message>
        <source>Repeat caller: calls</source>
        <translation>重复来电：次数</translation>
    </message>
    <message>
        <source>Repeat caller: within hours</source>
        <translation>重复来电：小时内</translation>
    </message>
    <message>
        <source>Similar: words in common, per cent</source>
        <translation>相似诉求：相同词语（%）</translation>
    </message>
    <message>
        <source>Similar: days back</source>
        <translation>相似诉求：回看天数</translation>
    </message>
    <message>
        <source>Group appeal: households</source>
        <translation>群体诉求：户数</translation>
    </message>
    <message>
        <source>Group appeal: within hours</source>
        <translation>群体诉求：小时内</translation>
    </message>
    <message>
        <source>Surge: similar tickets</source>
        <translation>突增预警：相似件数</translation>
    </message>
    <message>
        <source>Surge: within hours</source>
        <translation>突增预警：小时内</translation>
    </message>
    <message>
        <source>Quality inspection</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Sample of a day, per cent (0: none)</source>
        <translation>每日抽样（%，0 为不抽）</translation>
    </message>
    <message>
        <source>Of every person, at least</source>
        <translation>每人至少抽取</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Must pass</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>Points to pass</source>
        <translation>合格分</translation>
    </message>
    <message>
        <source>Objection within</source>
        <translation>申诉期</translation>
    </message>
    <message>
        <source>Category maps</source>
        <translation>分类对照</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Foreign code (beginning)</source>
        <translation>外部代码（开头）</translation>
    </message>
    <message>
        <source>Our category</source>
        <translation>本中心分类</translation>
    </message>
    <message>
        <source>Day of receipt, not counted</source>
        <translation>接件当日，不计</translation>
    </message>
    <message>
        <source>Rest of the due day</source>
        <translation>到期日余下时间</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>Outside office hours</source>
        <translation>非办公时间</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>暂停计时</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Counted, made up for %1</source>
        <translation>计入（%1调休上班）</translation>
    </message>
    <message>
        <source>Sent back for a redo</source>
        <translation>重办后</translation>
    </message>
    <message>
        <source>Name and region</source>
        <translation>名称与区划</translation>
    </message>
    <message>
        <source>Version number</source>
        <translation>版本号</translation>
    </message>
    <message>
        <source>Content with the process</source>
        <translation>对办理过程是否满意</translation>
    </message>
    <message>
        <source>What the unit wrote is so</source>
        <translation>承办单位所写是否属实</translation>
    </message>
    <message>
        <source>The unit spoke with the caller</source>
        <translation>承办单位是否联系过诉求人</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必须填写</translation>
    </message>
    <message>
        <source>Counts as the answer to</source>
        <translation>计作统一提问</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Registered signature (empty: no gateway)</source>
        <translation>短信签名（空：没有短信通道）</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 时 %2 分</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Registered (%1)</source>
        <translation>登记（%1）</translation>
    </message>
    <message>
        <source>Taken over from %1</source>
        <translation>由 %1 导入</translation>
    </message>
    <message>
        <source>Claimed until %1</source>
        <translation>认领至 %1</translation>
    </message>
    <message>
        <source>The claim ran out</source>
        <translation>认领到期</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>, opened again</source>
        <translation>，重新打开</translation>
    </message>
    <message>
        <source> with an article (version %1)</source>
        <translation>，引用知识（第 %1 版）</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>现场直答</translation>
    </message>
    <message>
        <source>Dispatched to %1</source>
        <translation>派给 %1</translation>
    </message>
    <message>
        <source>, assisted by %1</source>
        <translation>，协办：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, due %1</source>
        <translation>，期限 %1</translation>
    </message>
    <message>
        <source>Signed for by %1</source>
        <translation>%1 签收</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>%1 asks for a return: %2</source>
        <translation>%1 申请退单：%2</translation>
    </message>
    <message>
        <source>Return approved: %1 has left</source>
        <translation>同意退单：%1 退出</translation>
    </message>
    <message>
        <source>Return rejected: %1 goes on</source>
        <translation>驳回退单：%1 继续办理</translation>
    </message>
    <message>
        <source>, no further return</source>
        <translation>，不得再退</translation>
    </message>
    <message>
        <source>Public answer: %1</source>
        <translation>公开答复：%1</translation>
    </message>
    <message>
        <source>Internal record: %1</source>
        <translation>内部记录：%1</translation>
    </message>
    <message>
        <source>%1 has replied</source>
        <translation>%1 已回复</translation>
    </message>
    <message>
        <source>Reply approved</source>
        <translation>回复审核通过</translation>
    </message>
    <message>
        <source>Reply sent back</source>
        <translation>回复被退回</translation>
    </message>
    <message>
        <source>Called back: no answer</source>
        <translation>回访：未接通</translation>
    </message>
    <message>
        <source>Called back: %1, %2</source>
        <translation>回访：%1，%2</translation>
    </message>
    <message>
        <source>To be done again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Linked: %1</source>
        <translation>关联：%1</translation>
    </message>
    <message>
        <source>Named by the centre, basis: %1</source>
        <translation>中心指定，依据：%1</translation>
    </message>
    <message>
        <source>To be dispatched and done again</source>
        <translation>重新派遣、重办</translation>
    </message>
    <message>
        <source>Information is missing</source>
        <translation>信息不全，待补充</translation>
    </message>
    <message>
        <source>Passed to %1</source>
        <translation>已转 %1</translation>
    </message>
    <message>
        <source>Withdrawn by the caller</source>
        <translation>诉求人撤单</translation>
    </message>
    <message>
        <source>Marked as harassment</source>
        <translation>标为骚扰</translation>
    </message>
    <message>
        <source>Marked as not valid</source>
        <translation>标为无效</translation>
    </message>
    <message>
        <source>A second look began</source>
        <translation>开始回头看</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Closed without a callback</source>
        <translation>办结（未经回访）</translation>
    </message>
    <message>
        <source>Amended: %1</source>
        <translation>已更正：%1</translation>
    </message>
    <message>
        <source>%1 asked for</source>
        <translation>申请%1</translation>
    </message>
    <message>
        <source>Extension by %1 asked for</source>
        <translation>申请延期 %1</translation>
    </message>
    <message>
        <source>Suspension until %1 asked for</source>
        <translation>申请挂账至 %1</translation>
    </message>
    <message>
        <source>The caller is told: %1</source>
        <translation>告知诉求人：%1</translation>
    </message>
    <message>
        <source>%1 approved</source>
        <translation>%1：已批准</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1：未批准</translation>
    </message>
    <message>
        <source>%1: request taken back</source>
        <translation>%1：申请已撤回</translation>
    </message>
    <message>
        <source>%1 reviewed, a supervisor decides</source>
        <translation>%1：已复核，待主管决定</translation>
    </message>
    <message>
        <source>Merged into another ticket</source>
        <translation>并入另一工单</translation>
    </message>
    <message>
        <source>Taken out of the merge</source>
        <translation>解除并案</translation>
    </message>
    <message>
        <source>A link was taken out</source>
        <translation>取消一项关联</translation>
    </message>
    <message>
        <source>Secrecy: %1</source>
        <translation>保密级别：%1</translation>
    </message>
    <message>
        <source>Flag set: %1</source>
        <translation>加标记：%1</translation>
    </message>
    <message>
        <source>Flag taken off: %1</source>
        <translation>取消标记：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Split into %n part(s)</source>
        <translation>
            <numerusform>分解为 %n 个部分</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dispatched further to %2</source>
        <translation>%1 下派给 %2</translation>
    </message>
    <message>
        <source>The caller was contacted</source>
        <translation>已联系诉求人</translation>
    </message>
    <message>
        <source>The caller was not reached</source>
        <translation>未联系上诉求人</translation>
    </message>
    <message>
        <source>Taken up again</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Arbitration: returned by %1, the centre names who has it</source>
        <translation>退单争议：%1 再次退单，由中心指定承办单位</translation>
    </message>
    <message>
        <source>Form filled in: %1</source>
        <translation>填写表单：%1</translation>
    </message>
    <message>
        <source>Promised until %1</source>
        <translation>承诺 %1 前完成</translation>
    </message>
    <message>
        <source>Promise %1 was kept</source>
        <translation>第 %1 项承诺已兑现</translation>
    </message>
    <message>
        <source>Handed over from %1 to %2</source>
        <translation>由 %1 交接给 %2</translation>
    </message>
    <message>
        <source>The caller asks again</source>
        <translation>诉求人催办</translation>
    </message>
    <message>
        <source>The centre urges</source>
        <translation>中心催办</translation>
    </message>
    <message>
        <source> for %1</source>
        <translation>：%1</translation>
    </message>
    <message>
        <source>Supervision goes on: the answer was not enough</source>
        <translation>督办继续：答复未通过</translation>
    </message>
    <message>
        <source>Supervision: %1</source>
        <translation>督办：%1</translation>
    </message>
    <message>
        <source>The matter still exists</source>
        <translation>问题仍然存在</translation>
    </message>
    <message>
        <source>The matter no longer exists</source>
        <translation>问题已不存在</translation>
    </message>
    <message>
        <source>Second look: %1</source>
        <translation>回头看：%1</translation>
    </message>
    <message>
        <source>Ladder begun at: %1</source>
        <translation>启动逐级办理：%1</translation>
    </message>
    <message>
        <source>Raised to: %1</source>
        <translation>升级至：%1</translation>
    </message>
    <message>
        <source>Round at %1: %2</source>
        <translation>%1 一轮：%2</translation>
    </message>
    <message>
        <source>Due time counted anew</source>
        <translation>重新计算截止时间</translation>
    </message>
    <message>
        <source>Undone: as it was before</source>
        <translation>已撤销，恢复到之前</translation>
    </message>
    <message>
        <source>the caller</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Text message to %1: leaves with the next line</source>
        <translation>发给%1的短信：联网后发出</translation>
    </message>
    <message>
        <source>Text message to %1: waits for the gateway</source>
        <translation>发给%1的短信：等待短信通道发送</translation>
    </message>
    <message>
        <source>Text message to %1: sent %2</source>
        <translation>发给%1的短信：已于%2发送</translation>
    </message>
    <message>
        <source>Text message to %1: not delivered</source>
        <translation>发给%1的短信：未送达</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Handed over by</source>
        <translation>交出人</translation>
    </message>
    <message>
        <source>Words of the article</source>
        <translation>知识原文</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>认领</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Supplement</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Direct answer</source>
        <translation>现场直答</translation>
    </message>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>签收</translation>
    </message>
    <message>
        <source>Request return</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Decide return</source>
        <translation>审核退单</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核回复</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Type of appeal</source>
        <translation>诉求类型</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>受理渠道</translation>
    </message>
    <message>
        <source>Caller&apos;s name</source>
        <translation>来电人</translation>
    </message>
    <message>
        <source>Caller&apos;s phone</source>
        <translation>来电号码</translation>
    </message>
    <message>
        <source>Contact phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Lead unit</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Assisting units</source>
        <translation>协办单位</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Suggested unit</source>
        <translation>建议单位</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Internal record</source>
        <translation>内部记录</translation>
    </message>
    <message>
        <source>Public answer</source>
        <translation>公开答复</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>解决</translation>
    </message>
    <message>
        <source>Satisfied</source>
        <translation>满意</translation>
    </message>
    <message>
        <source>Other ticket</source>
        <translation>另一张工单</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Call taker</source>
        <translation>话务员</translation>
    </message>
    <message>
        <source>Specialist</source>
        <translation>专席</translation>
    </message>
    <message>
        <source>Dispatcher</source>
        <translation>派单员</translation>
    </message>
    <message>
        <source>Unit handler</source>
        <translation>承办人</translation>
    </message>
    <message>
        <source>Callback agent</source>
        <translation>回访员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>班长</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Scheduler</source>
        <translation>定时任务</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>求助</translation>
    </message>
    <message>
        <source>Enquiry</source>
        <translation>咨询</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>举报</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>撤单</translation>
    </message>
    <message>
        <source>Harassment</source>
        <translation>骚扰</translation>
    </message>
    <message>
        <source>Invalid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Web site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>Mobile app</source>
        <translation>手机应用</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子信箱</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>来访</translation>
    </message>
    <message>
        <source>Grid worker</source>
        <translation>网格上报</translation>
    </message>
    <message>
        <source>QR code</source>
        <translation>二维码</translation>
    </message>
    <message>
        <source>Contact card</source>
        <translation>连心卡</translation>
    </message>
    <message>
        <source>Higher level</source>
        <translation>上级转办</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>特急</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>现场直答</translation>
    </message>
    <message>
        <source>To dispatch</source>
        <translation>待派遣</translation>
    </message>
    <message>
        <source>In hand</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Return review</source>
        <translation>退单审核中</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>To call back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>To be signed for</source>
        <translation>待签收</translation>
    </message>
    <message>
        <source>Being handled</source>
        <translation>办理中</translation>
    </message>
    <message>
        <source>Return requested</source>
        <translation>申请退单</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>主办</translation>
    </message>
    <message>
        <source>Assist</source>
        <translation>协办</translation>
    </message>
    <message>
        <source>Late answer</source>
        <translation>迟到的答复</translation>
    </message>
    <message>
        <source>Same matter again</source>
        <translation>重复反映</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Same place</source>
        <translation>同一地点</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>相关</translation>
    </message>
    <message>
        <source>Partly solved</source>
        <translation>基本解决</translation>
    </message>
    <message>
        <source>Not solved</source>
        <translation>未解决</translation>
    </message>
    <message>
        <source>Basically satisfied</source>
        <translation>基本满意</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Call back wanted</source>
        <translation>需要回访</translation>
    </message>
    <message>
        <source>No further return</source>
        <translation>不得再退</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Information missing</source>
        <translation>待补充</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Passed to an emergency number</source>
        <translation>已转紧急热线</translation>
    </message>
    <message>
        <source>To call back again</source>
        <translation>再次回访</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Second look</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤单</translation>
    </message>
    <message>
        <source>Not valid</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>Caller hidden</source>
        <translation>隐去诉求人</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>定向可见</translation>
    </message>
    <message>
        <source>Not accepting</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Suspension</source>
        <translation>挂账</translation>
    </message>
    <message>
        <source>Unreasonable appeal</source>
        <translation>不合理诉求</translation>
    </message>
    <message>
        <source>Beyond our duty</source>
        <translation>超职责诉求</translation>
    </message>
    <message>
        <source>Objection to the assessment</source>
        <translation>考核申诉</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Supervision</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>待答复</translation>
    </message>
    <message>
        <source>Relief asked for</source>
        <translation>申请退回</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答复待审核</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>督办办结</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Hard case</source>
        <translation>疑难</translation>
    </message>
    <message>
        <source>Key case</source>
        <translation>重点</translation>
    </message>
    <message>
        <source>Provincial case</source>
        <translation>省级件</translation>
    </message>
    <message>
        <source>Group appeal</source>
        <translation>群体诉求</translation>
    </message>
    <message>
        <source>May cause unrest</source>
        <translation>可能激化</translation>
    </message>
    <message>
        <source>The result stands</source>
        <translation>维持原结果</translation>
    </message>
    <message>
        <source>To be done again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>To be suspended</source>
        <translation>转挂账</translation>
    </message>
    <message>
        <source>working days</source>
        <translation>个工作日</translation>
    </message>
    <message>
        <source>calendar days</source>
        <translation>个自然日</translation>
    </message>
    <message>
        <source>work hours</source>
        <translation>个工作小时</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Amend</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Ask for information</source>
        <translation>退回补充</translation>
    </message>
    <message>
        <source>Propose not to accept</source>
        <translation>提议不予受理</translation>
    </message>
    <message>
        <source>Pass to an emergency number</source>
        <translation>转紧急热线</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤单</translation>
    </message>
    <message>
        <source>Mark as not valid</source>
        <translation>标为无效</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>并案</translation>
    </message>
    <message>
        <source>Take out of the merge</source>
        <translation>解除并案</translation>
    </message>
    <message>
        <source>Take out a link</source>
        <translation>取消关联</translation>
    </message>
    <message>
        <source>Set secrecy</source>
        <translation>设保密</translation>
    </message>
    <message>
        <source>Set a flag</source>
        <translation>加标记</translation>
    </message>
    <message>
        <source>Split into parts</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>Dispatch further</source>
        <translation>下派</translation>
    </message>
    <message>
        <source>Log a contact</source>
        <translation>记录联系</translation>
    </message>
    <message>
        <source>Request an extension</source>
        <translation>申请延期</translation>
    </message>
    <message>
        <source>Request a suspension</source>
        <translation>申请挂账</translation>
    </message>
    <message>
        <source>Petition on the assessment</source>
        <translation>考核申请</translation>
    </message>
    <message>
        <source>Decide a request</source>
        <translation>审批申请</translation>
    </message>
    <message>
        <source>Take back a request</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>恢复办理</translation>
    </message>
    <message>
        <source>Arbitrate</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Fill in a form</source>
        <translation>填写表单</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>兑现承诺</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Urge</source>
        <translation>催办</translation>
    </message>
    <message>
        <source>Supervise</source>
        <translation>督办</translation>
    </message>
    <message>
        <source>Answer a supervision</source>
        <translation>答复督办</translation>
    </message>
    <message>
        <source>Decide a supervision</source>
        <translation>审核督办</translation>
    </message>
    <message>
        <source>Cancel a supervision</source>
        <translation>取消督办</translation>
    </message>
    <message>
        <source>Have it done again</source>
        <translation>重办</translation>
    </message>
    <message>
        <source>Start a second look</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Report the second look</source>
        <translation>回头看结果</translation>
    </message>
    <message>
        <source>Start a ladder</source>
        <translation>启动逐级办理</translation>
    </message>
    <message>
        <source>Hold a round</source>
        <translation>开展一轮</translation>
    </message>
    <message>
        <source>Raise a level</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Count the due time anew</source>
        <translation>重算截止时间</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Version of the article</source>
        <translation>知识条目版本</translation>
    </message>
    <message>
        <source>Unit complained about</source>
        <translation>被反映单位</translation>
    </message>
    <message>
        <source>Secrecy</source>
        <translation>保密级别</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少什么信息</translation>
    </message>
    <message>
        <source>What the caller is told</source>
        <translation>告知诉求人的话</translation>
    </message>
    <message>
        <source>Emergency number</source>
        <translation>紧急热线</translation>
    </message>
    <message>
        <source>Harassing</source>
        <translation>骚扰</translation>
    </message>
    <message>
        <source>Main ticket</source>
        <translation>主工单</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Set or take off</source>
        <translation>加或取消</translation>
    </message>
    <message>
        <source>Deadline of the assisting units</source>
        <translation>协办截止时间</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>To be taken up again on</source>
        <translation>计划恢复时间</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>交接给</translation>
    </message>
    <message>
        <source>Satisfied with the handling</source>
        <translation>过程满意度</translation>
    </message>
    <message>
        <source>The reply is true</source>
        <translation>答复属实</translation>
    </message>
    <message>
        <source>The unit has spoken with the caller</source>
        <translation>单位已联系诉求人</translation>
    </message>
    <message>
        <source>The caller asks</source>
        <translation>诉求人催办</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Relief</source>
        <translation>申请退回</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>The matter still exists</source>
        <translation>问题仍然存在</translation>
    </message>
    <message>
        <source>New fact</source>
        <translation>新情况</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>逐级办理</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>所做操作</translation>
    </message>
    <message>
        <source>One working day is left</source>
        <translation>距到期一个工作日</translation>
    </message>
    <message>
        <source>The term is over</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Not satisfied again after a redo</source>
        <translation>重办后仍不满意</translation>
    </message>
    <message>
        <source>Redone as often as the rules allow</source>
        <translation>已达重办次数上限</translation>
    </message>
    <message>
        <source>The due time was moved</source>
        <translation>截止时间已变更</translation>
    </message>
    <message>
        <source>The calendar has changed</source>
        <translation>工作日历已变更</translation>
    </message>
    <message>
        <source>Result of the call</source>
        <translation>联系结果</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Draft written</source>
        <translation>起草</translation>
    </message>
    <message>
        <source>Submitted for review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Approved by the unit</source>
        <translation>单位审核通过</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Fell due for review</source>
        <translation>到期待复核</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Draft given up</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>No answer to read out</source>
        <translation>没有答复口径</translation>
    </message>
    <message>
        <source>It does not say for whom</source>
        <translation>没有服务对象</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>没有分类</translation>
    </message>
    <message>
        <source>No telephone for complaints</source>
        <translation>没有投诉电话</translation>
    </message>
    <message>
        <source>Free, and yet paid online</source>
        <translation>不收费却写网上支付</translation>
    </message>
    <message>
        <source>The hours do not say 工作日</source>
        <translation>办理时间没有写工作日</translation>
    </message>
    <message>
        <source>A keyword is the title</source>
        <translation>关键字与标题相同</translation>
    </message>
    <message>
        <source>A keyword of more than 20 characters</source>
        <translation>关键字超过 20 字</translation>
    </message>
    <message>
        <source>No keywords</source>
        <translation>没有关键字</translation>
    </message>
    <message>
        <source>Wholly online, and yet a visit</source>
        <translation>全程网办却要到现场</translation>
    </message>
    <message>
        <source>A permit without a question</source>
        <translation>许可事项没有常见问答</translation>
    </message>
    <message>
        <source>A telephone without its area code</source>
        <translation>电话没有区号</translation>
    </message>
    <message>
        <source>The same telephone for questions and complaints</source>
        <translation>咨询电话与投诉电话相同</translation>
    </message>
    <message>
        <source>The place is not exact to a window or room</source>
        <translation>地址没有写到窗口或房间</translation>
    </message>
    <message>
        <source>Promise and kind of procedure contradict each other</source>
        <translation>承诺时限与办件类型不符</translation>
    </message>
    <message>
        <source>No promised time</source>
        <translation>没有承诺时限</translation>
    </message>
    <message>
        <source>No sample of the result</source>
        <translation>结果没有样本</translation>
    </message>
    <message>
        <source>Name and type of the result contradict each other</source>
        <translation>结果名称与结果类型不符</translation>
    </message>
    <message>
        <source>The steps take longer than promised</source>
        <translation>各环节时限之和超过承诺时限</translation>
    </message>
    <message>
        <source>A title of more than 128 characters</source>
        <translation>标题超过 128 字</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>没有标题</translation>
    </message>
    <message>
        <source>Another article has this title</source>
        <translation>标题重复</translation>
    </message>
    <message>
        <source>No unit looks after it</source>
        <translation>没有维护单位</translation>
    </message>
    <message>
        <source>It does not say how many visits</source>
        <translation>没有到现场次数</translation>
    </message>
    <message>
        <source>No visit, and neither online nor by mail</source>
        <translation>到现场 0 次却没有网办或快递</translation>
    </message>
    <message>
        <source>Visits without a reason</source>
        <translation>要到现场却没有原因</translation>
    </message>
    <message>
        <source>Nothing under way</source>
        <translation>无在办版本</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Unit review</source>
        <translation>单位审核</translation>
    </message>
    <message>
        <source>Centre review</source>
        <translation>中心审核</translation>
    </message>
    <message>
        <source>Not verified</source>
        <translation>未核实</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>Due for review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Withdrawn article</source>
        <translation>已下架</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>纠错</translation>
    </message>
    <message>
        <source>Article missing</source>
        <translation>待补知识</translation>
    </message>
    <message>
        <source>Review due</source>
        <translation>到期复核</translation>
    </message>
    <message>
        <source>Mended</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>Nothing changed</source>
        <translation>不予更正</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>Write the draft</source>
        <translation>编辑草稿</translation>
    </message>
    <message>
        <source>Give up the draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Review the article</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Withdraw the article</source>
        <translation>下架</translation>
    </message>
    <message>
        <source>Report a mistake</source>
        <translation>纠错</translation>
    </message>
    <message>
        <source>Settle the task</source>
        <translation>了结任务</translation>
    </message>
    <message>
        <source>Start a callback campaign</source>
        <translation>发起回访专案</translation>
    </message>
    <message>
        <source>Campaign: caller reached</source>
        <translation>专案：已回访</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>别名</translation>
    </message>
    <message>
        <source>Questions as callers put them</source>
        <translation>相似问法</translation>
    </message>
    <message>
        <source>To be read out</source>
        <translation>话术（读给来电人）</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>关键字</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>Implementation list</source>
        <translation>实施清单</translation>
    </message>
    <message>
        <source>Review interval, days</source>
        <translation>复核周期（天）</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Based on version</source>
        <translation>基于版本</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Kind of service</source>
        <translation>事项类型</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>服务对象</translation>
    </message>
    <message>
        <source>Kind of procedure</source>
        <translation>办件类型</translation>
    </message>
    <message>
        <source>Promised working days</source>
        <translation>承诺时限（工作日）</translation>
    </message>
    <message>
        <source>Days of the steps</source>
        <translation>各环节时限</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>到现场次数</translation>
    </message>
    <message>
        <source>Why a visit</source>
        <translation>到现场原因</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>网办</translation>
    </message>
    <message>
        <source>Online depth</source>
        <translation>网办深度</translation>
    </message>
    <message>
        <source>By mail</source>
        <translation>快递</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Paid online</source>
        <translation>网上支付</translation>
    </message>
    <message>
        <source>Type of the result</source>
        <translation>结果类型</translation>
    </message>
    <message>
        <source>Sample of the result</source>
        <translation>结果样本</translation>
    </message>
    <message>
        <source>Telephone for complaints</source>
        <translation>投诉电话</translation>
    </message>
    <message>
        <source>Ask for an article</source>
        <translation>请单位补充条目</translation>
    </message>
    <message>
        <source>Note a search in vain</source>
        <translation>记录未果检索</translation>
    </message>
    <message>
        <source>Correct a suggestion</source>
        <translation>更正推荐</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中数</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>用词</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>发短信</translation>
    </message>
</context>
<context>
    <name>zhida::ui::AccountsDialog</name>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Disabling ends the sessions at once. Nothing is deleted.</source>
        <translation>停用后会话立即结束，数据不会删除。</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Last day …</source>
        <translation>截止日…</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>名册</translation>
    </message>
    <message>
        <source>Who is on the roster has its rights from the first day to midnight of the last, and no others.</source>
        <translation>列入名册的人，从起始日到截止日当天结束，只有名册给的权限。</translation>
    </message>
    <message>
        <source>Only the centre has them: no line now.</source>
        <translation>只有中心才有，现在没有连线。</translation>
    </message>
    <message>
        <source>Nobody is on the roster: everybody has the rights of his account, without an end.</source>
        <translation>名册是空的：每个人都按账号的权限工作，没有期限。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ActionMenu</name>
    <message>
        <source>Not possible now</source>
        <translation>目前不能办理</translation>
    </message>
</context>
<context>
    <name>zhida::ui::AnswerForm</name>
    <message>
        <source>Direct answer</source>
        <translation>现场直答</translation>
    </message>
    <message>
        <source>What you read out. Choose an article on the right and press %1.</source>
        <translation>向来电人念的话。在右侧选一篇知识，按 %1 插入。</translation>
    </message>
    <message>
        <source>The caller wants to be called back</source>
        <translation>来电人要求回访</translation>
    </message>
    <message>
        <source>From the article “%1”, version %2</source>
        <translation>出自知识《%1》第 %2 版</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticleDelegate</name>
    <message>
        <source>Because of: %1</source>
        <translation>命中：%1</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticleEditor</name>
    <message>
        <source>What the checker says</source>
        <translation>质量检查</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>As it will be read</source>
        <translation>阅读预览</translation>
    </message>
    <message>
        <source>Submit for review</source>
        <translation>提交审核</translation>
    </message>
    <message>
        <source>Saves the draft and hands it to your unit&apos;s reviewers (Ctrl+Enter)</source>
        <translation>保存草稿并交本单位审核 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>See the difference</source>
        <translation>看差异</translation>
    </message>
    <message>
        <source>Go on with my text</source>
        <translation>按我的文本继续</translation>
    </message>
    <message>
        <source>Take the other text</source>
        <translation>采用对方的文本</translation>
    </message>
    <message>
        <source>✓ No fault found</source>
        <translation>✓ 未发现问题</translation>
    </message>
    <message>
        <source>From the other text to mine</source>
        <translation>从对方文本到我的文本</translation>
    </message>
    <message>
        <source>%1 (since %2)</source>
        <translation>%1（%2起）</translation>
    </message>
    <message>
        <source>Also being edited by %1. Whoever saves second is shown both texts.</source>
        <translation>%1也在编辑这个条目。后保存的人会看到两份文本。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticlePanel</name>
    <message>
        <source>Article</source>
        <translation>知识</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>有效期至 %1</translation>
    </message>
    <message>
        <source>Read out</source>
        <translation>答复口径</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Time, fee</source>
        <translation>时限费用</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticleRows</name>
    <message>
        <source>not yet at the centre</source>
        <translation>尚未送达中心</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticleVersions</name>
    <message>
        <source>Take this text into a draft …</source>
        <translation>以此版文本起草 …</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>imported from %1</source>
        <translation>导入自 %1</translation>
    </message>
    <message>
        <source>Nothing has been published yet.</source>
        <translation>还没有发布过。</translation>
    </message>
    <message>
        <source>There is only one version.</source>
        <translation>只有一个版本。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticleView</name>
    <message>
        <source>Open the ticket</source>
        <translation>打开工单</translation>
    </message>
    <message>
        <source>What the draft changes</source>
        <translation>草稿的改动</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>About the article</source>
        <translation>知识详情</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>没有选中任何条目。</translation>
    </message>
    <message>
        <source>This is no task.</source>
        <translation>这不是任务。</translation>
    </message>
    <message>
        <source>A consultation was answered without an article: %1</source>
        <translation>咨询件答复时没有知识可用：%1</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>工单 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>起草：%1</translation>
    </message>
    <message>
        <source>revises version %1</source>
        <translation>修订第 %1 版</translation>
    </message>
    <message>
        <source>new article</source>
        <translation>新知识</translation>
    </message>
    <message>
        <source>kept by %1</source>
        <translation>维护：%1</translation>
    </message>
    <message>
        <source>the centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>reviewed every %1 days</source>
        <translation>每 %1 天复核</translation>
    </message>
    <message>
        <source>no review interval</source>
        <translation>未设复核周期</translation>
    </message>
    <message>
        <source>published: %1</source>
        <translation>已发布文本：%1</translation>
    </message>
    <message>
        <source>not yet at the centre</source>
        <translation>尚未送达中心</translation>
    </message>
    <message>
        <source>✓ No fault found</source>
        <translation>✓ 未发现问题</translation>
    </message>
    <message>
        <source>Nothing has been done here yet.</source>
        <translation>还没有任何操作。</translation>
    </message>
    <message>
        <source>Faults (%1)</source>
        <translation>问题 (%1)</translation>
    </message>
    <message>
        <source>Versions (%1)</source>
        <translation>版本 (%1)</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticlesDialog</name>
    <message>
        <source>My drafts</source>
        <translation>我的草稿</translation>
    </message>
    <message>
        <source>For my unit&apos;s review</source>
        <translation>待本单位审核</translation>
    </message>
    <message>
        <source>For the centre&apos;s review</source>
        <translation>待中心审核</translation>
    </message>
    <message>
        <source>Due for review</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>Corrections and missing articles</source>
        <translation>纠错与待补任务</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部知识</translation>
    </message>
    <message>
        <source>Nothing here has these words.</source>
        <translation>没有含这些字词的条目。</translation>
    </message>
    <message>
        <source>You have no draft under way. Ctrl+N begins one.</source>
        <translation>您没有在办的草稿。按 Ctrl+N 新建。</translation>
    </message>
    <message>
        <source>Nothing waits for this review.</source>
        <translation>没有等待这一审核的条目。</translation>
    </message>
    <message>
        <source>No article is due for review.</source>
        <translation>没有待复核的知识。</translation>
    </message>
    <message>
        <source>No correction is open, no article is missing.</source>
        <translation>没有未了结的纠错，也没有待补的知识。</translation>
    </message>
    <message>
        <source>There is no article on this desk yet.</source>
        <translation>本机还没有知识。</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>新建知识</translation>
    </message>
    <message>
        <source>New article (Ctrl+N)</source>
        <translation>新建知识 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Words of the title or unit (Ctrl+F)</source>
        <translation>标题或单位的字词 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search in this list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>Articles and tasks</source>
        <translation>知识与任务</translation>
    </message>
    <message>
        <source>Choose an article or a task on the left.</source>
        <translation>请在左侧选择知识或任务。</translation>
    </message>
    <message>
        <source>Text of version %1 restored</source>
        <translation>恢复第 %1 版文本</translation>
    </message>
    <message>
        <source>This is the text of version %1. It becomes a new version once it is published.</source>
        <translation>这是第 %1 版的文本，发布后成为新的一版。</translation>
    </message>
    <message>
        <source>No line to the centre: you can go on, what you send waits in the outbox.</source>
        <translation>与中心断开：可以继续工作，提交的内容在待发箱等待。</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>From ticket %1</source>
        <translation>由工单 %1 生成</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) with names or numbers of people were taken out. Look through what is left: everybody can read an article.</source>
        <translation>
            <numerusform>已去掉 %n 处姓名、号码等个人信息。请再看一遍：知识人人可读。</numerusform>
        </translation>
    </message>
    <message>
        <source>These are your words that the centre refused. Compare, then save again.</source>
        <translation>这是被中心退回的内容，请对照后再保存。</translation>
    </message>
    <message>
        <source>The campaign has begun. %1 shows it.</source>
        <translation>专案已发起，见“%1”。</translation>
    </message>
    <message>
        <source>Only what is published and in force is printed.</source>
        <translation>只能打印已发布且有效的条目。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::BulkPanel</name>
    <message>
        <source>Back to one ticket (Esc)</source>
        <translation>回到单件 (Esc)</translation>
    </message>
    <message>
        <source>What you choose now is done with all of them. Those that refuse are named before.</source>
        <translation>接下来选的操作对这些工单一并办理；不能办的会先列出原因。</translation>
    </message>
    <message>
        <source>Chosen tickets</source>
        <translation>已选工单</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets chosen</source>
        <translation>
            <numerusform>已选 %n 件工单</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them takes it.</source>
        <translation>这些工单都不能这样办。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them would refuse; it is done with the others.</source>
        <translation>
            <numerusform>其中 %n 件不能办，其余照办。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::BulkPresenter</name>
    <message>
        <source>Number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What would happen</source>
        <translation>将如何处理</translation>
    </message>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
</context>
<context>
    <name>zhida::ui::CampaignStartDialog</name>
    <message>
        <source>Who would be phoned</source>
        <translation>需要回访的诉求人</translation>
    </message>
    <message>
        <source>There is nobody to phone.</source>
        <translation>没有需要回访的人。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::CampaignsDialog</name>
    <message>
        <source>There is no campaign. One begins when an article that callers were told has changed (Ctrl+M), or with Ctrl+N when the document it rests on was repealed.</source>
        <translation>还没有回访专案。口径变了或下架的条目在知识维护（Ctrl+M）里发起；依据文件废止时，在这里按 Ctrl+N。</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>诉求人</translation>
    </message>
    <message>
        <source>Everybody has been phoned.</source>
        <translation>都已回访。</translation>
    </message>
    <message>
        <source>Only who is to be phoned (Alt+O)</source>
        <translation>只看待回访的（Alt+O）</translation>
    </message>
    <message>
        <source>Repealed document …</source>
        <translation>依据废止…</translation>
    </message>
    <message>
        <source>Phoned</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What the caller was told</source>
        <translation>当时的答复</translation>
    </message>
    <message>
        <source>Phoned (Alt+B)</source>
        <translation>已回访（Alt+B）</translation>
    </message>
    <message>
        <source>Who relied on a repealed document (Ctrl+N)</source>
        <translation>查找依据该文件答复过的诉求人（Ctrl+N）</translation>
    </message>
    <message>
        <source>No line to the centre: you can go on, what you send waits in the outbox.</source>
        <translation>与中心断开：可以继续工作，提交的内容在待发箱等待。</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：已完成</translation>
    </message>
</context>
<context>
    <name>zhida::ui::CampaignsPresenter</name>
    <message>
        <source>not yet at the centre</source>
        <translation>尚未送达中心</translation>
    </message>
    <message>
        <source>Basis %1</source>
        <translation>依据 %1</translation>
    </message>
    <message>
        <source>○ Under way</source>
        <translation>○ 进行中</translation>
    </message>
    <message>
        <source>✓ Finished</source>
        <translation>✓ 已完成</translation>
    </message>
    <message>
        <source>✓ Phoned</source>
        <translation>✓ 已回访</translation>
    </message>
    <message>
        <source>○ To be phoned</source>
        <translation>○ 待回访</translation>
    </message>
    <message>
        <source>not on this desk</source>
        <translation>本机没有</translation>
    </message>
    <message>
        <source>What the caller was told is not on this desk.</source>
        <translation>本机没有当时的答复。</translation>
    </message>
    <message>
        <source>Was told: %1</source>
        <translation>当时答复：%1</translation>
    </message>
    <message>
        <source>Phoned %1 by %2: %3</source>
        <translation>%1 由%2回访：%3</translation>
    </message>
    <message>
        <source>No caller is chosen.</source>
        <translation>没有选中诉求人。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Phoned</source>
        <translation>已回访</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>发起时间</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Was told</source>
        <translation>当时答复</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>When</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>答复人</translation>
    </message>
</context>
<context>
    <name>zhida::ui::CheatSheet</name>
    <message>
        <source>Single letters work outside input fields, and never while an input method is composing.</source>
        <translation>单字母快捷键在输入框之外有效，输入法组字时不会触发。</translation>
    </message>
    <message>
        <source>Shift with an arrow or a click, or Ctrl with a click, chooses several tickets: keys then act on all of them.</source>
        <translation>Shift 加方向键或单击、Ctrl 加单击可选多件工单：之后的按键对所选工单一并办理。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::CityField</name>
    <message>
        <source>yyyy-mm-dd</source>
        <translation>年-月-日，如 2026-03-05</translation>
    </message>
    <message>
        <source>yyyy-mm-ddThh:mm</source>
        <translation>如 2026-03-05T14:30</translation>
    </message>
    <message>
        <source>A whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>3 to 20 digits</source>
        <translation>3 到 20 位号码</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>zhida::ui::CommandForm</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Words that can be put in</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Put in ready words …</source>
        <translation>插入常用语 …</translation>
    </message>
</context>
<context>
    <name>zhida::ui::DispatchForm</name>
    <message>
        <source>Dispatch</source>
        <translation>派单</translation>
    </message>
    <message>
        <source>Unit that answers for it</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>Opinion presets</source>
        <translation>常用意见</translation>
    </message>
    <message>
        <source>What the unit is to do and how to answer</source>
        <translation>写明办理要求和答复要求</translation>
    </message>
    <message>
        <source>Proposed by the rules of the centre</source>
        <translation>按中心规则自动给出</translation>
    </message>
    <message>
        <source>No rule fits; five days are proposed</source>
        <translation>没有适用的规则，暂定五天</translation>
    </message>
    <message>
        <source>Add a unit that helps</source>
        <translation>添加协办单位</translation>
    </message>
    <message>
        <source>Insert a preset opinion …</source>
        <translation>插入常用意见…</translation>
    </message>
    <message>
        <source>Take the assisting units: %1 (Alt+Shift+A)</source>
        <translation>采用协办单位：%1（Alt+Shift+A）</translation>
    </message>
    <message>
        <source>the centre&apos;s own list</source>
        <translation>本中心职责清单</translation>
    </message>
    <message>
        <source>By the responsibility list %1 leads, but it has left this matter. Basis: %2</source>
        <translation>按职责清单由%1主办，但该单位已退出本件。依据：%2</translation>
    </message>
    <message>
        <source>By the responsibility list %1 leads. Basis: %2</source>
        <translation>按职责清单由%1主办。依据：%2</translation>
    </message>
</context>
<context>
    <name>zhida::ui::FactsField</name>
    <message>
        <source>It is a service of the implementation list</source>
        <translation>属于实施清单事项</translation>
    </message>
</context>
<context>
    <name>zhida::ui::Form</name>
    <message>
        <source>Close, the draft stays (Esc)</source>
        <translation>关闭，草稿保留 (Esc)</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>丢弃草稿</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已保存 %1</translation>
    </message>
    <message>
        <source>The draft could not be saved</source>
        <translation>草稿没能保存</translation>
    </message>
    <message>
        <source>Draft restored %1</source>
        <translation>已恢复草稿 %1</translation>
    </message>
    <message numerus="yes">
        <source>for %n tickets</source>
        <translation>
            <numerusform>共 %n 件工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::GapsDialog</name>
    <message>
        <source>Nothing of this time was handed down that could have been answered on the spot.</source>
        <translation>这段时间交办的，没有本可现场直答的。</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时段</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Show the article</source>
        <translation>查看条目</translation>
    </message>
    <message>
        <source>Write the article</source>
        <translation>编写条目</translation>
    </message>
    <message>
        <source>Searched in vain</source>
        <translation>未果检索</translation>
    </message>
    <message>
        <source>Every search of this time led to an answer, as far as this desk is told.</source>
        <translation>这段时间的检索都得到了答复（就本席所知）。</translation>
    </message>
    <message>
        <source>&amp;Ask a unit …</source>
        <translation>请单位补充(&amp;A)…</translation>
    </message>
    <message>
        <source>Out of what this desk has. Reports and restricted tickets are left out; of searches supervisors see everybody&apos;s, others their own.</source>
        <translation>依据本席数据统计，举报和限制知悉的工单除外；检索记录班长可见全部，其他人只见自己的。</translation>
    </message>
    <message>
        <source>Handed down (%1)</source>
        <translation>交办的（%1）</translation>
    </message>
    <message>
        <source>Searched in vain (%1)</source>
        <translation>未果检索（%1）</translation>
    </message>
    <message>
        <source>Show what it finds</source>
        <translation>查看检索结果</translation>
    </message>
</context>
<context>
    <name>zhida::ui::GapsPresenter</name>
    <message>
        <source>Tickets</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Callers waited</source>
        <translation>来电人共等</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Answered on the spot %1 · of %2 handed down, %3 could have been</source>
        <translation>现场直答率 %1 · 交办 %2 件，其中本可直答 %3</translation>
    </message>
    <message>
        <source>An article answers it</source>
        <translation>有条目可答</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>别处已直答</translation>
    </message>
    <message>
        <source>No article</source>
        <translation>没有条目</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Searched for</source>
        <translation>检索内容</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>当时</translation>
    </message>
    <message>
        <source>Found today</source>
        <translation>现在查到</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近一次</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>nothing taken</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>zhida::ui::HintStrip</name>
    <message>
        <source>Not this (Alt+Shift+X)</source>
        <translation>不是这个（Alt+Shift+X）</translation>
    </message>
    <message>
        <source>Lead unit: %1 (%2)</source>
        <translation>主办单位：%1（%2）</translation>
    </message>
    <message>
        <source>Solved like it, %1 %: “%2” (%3)</source>
        <translation>相似已办 %1%：“%2”（%3）</translation>
    </message>
    <message>
        <source>The same matter? %1 %: “%2” (%3)</source>
        <translation>疑似同一事项 %1%：“%2”（%3）</translation>
    </message>
    <message>
        <source>call no. %1 of this number</source>
        <translation>该号码第 %1 次来电</translation>
    </message>
    <message>
        <source>group appeal: %1 households of %2</source>
        <translation>群体诉求：%2 已有 %1 户</translation>
    </message>
    <message>
        <source>%1 households of %2</source>
        <translation>%2 已有 %1 户</translation>
    </message>
    <message>
        <source>Category: %1 (%2) · Alt+Shift+C</source>
        <translation>分类：%1（%2）· Alt+Shift+C</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ImpactPresenter</name>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Was told</source>
        <translation>当时答复</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>When</source>
        <translation>答复时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>答复人</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Which document? Its number finds everybody whose answer cited it.</source>
        <translation>哪个文件？填文号即可找出答复中引用过它的诉求人。</translation>
    </message>
    <message numerus="yes">
        <source>Nobody relied on it in the last %n day(s): there is nobody to phone.</source>
        <translation>
            <numerusform>最近 %n 天没有人依据它得到答复，无需回访。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) would be phoned.</source>
        <translation>
            <numerusform>需要回访 %n 位诉求人。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::KnowledgePanel</name>
    <message>
        <source>Ask the knowledge base (%1)</source>
        <translation>搜索知识库 (%1)</translation>
    </message>
    <message>
        <source>Articles found</source>
        <translation>找到的知识</translation>
    </message>
    <message>
        <source>Type what the caller asks. A ticket that you open is searched for by itself.</source>
        <translation>输入来电人的问题。打开工单时会自动搜索。</translation>
    </message>
    <message>
        <source>No article answers this. Try fewer words, or dispatch the ticket.</source>
        <translation>没有能回答的知识。减少几个词再试，或者派单。</translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) in %1 ms</source>
        <translation>
            <numerusform>%n 篇知识，用时 %1 毫秒</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing of the caller&apos;s town: the city&apos;s rule</source>
        <translation>本镇街没有专门规定，适用市里的规定</translation>
    </message>
    <message>
        <source>nothing of the caller&apos;s town: the province&apos;s rule</source>
        <translation>本镇街没有专门规定，适用省里的规定</translation>
    </message>
</context>
<context>
    <name>zhida::ui::LawsField</name>
    <message>
        <source>Law or document</source>
        <translation>法律或文件名称</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>文号</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
</context>
<context>
    <name>zhida::ui::LinesField</name>
    <message>
        <source>One a line</source>
        <translation>一行一个</translation>
    </message>
</context>
<context>
    <name>zhida::ui::LoginPage</name>
    <message>
        <source>Zhida</source>
        <translation>直答</translation>
    </message>
    <message>
        <source>The 12345 hotline workstation</source>
        <translation>12345 热线工作台</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Demo: choose who you are. No password is needed.</source>
        <translation>演示：选择一个身份，不用输入密码。</translation>
    </message>
    <message>
        <source>Demo account</source>
        <translation>演示账号</translation>
    </message>
    <message>
        <source>Enter the demo</source>
        <translation>进入演示</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Work offline with what is on this machine</source>
        <translation>用本机数据离线工作</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA 文件</translation>
    </message>
    <message>
        <source>ca.pem of your centre</source>
        <translation>本中心的 ca.pem</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Choose the CA file of your centre</source>
        <translation>选择本中心的 CA 文件</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>证书 (*.pem *.crt)</translation>
    </message>
</context>
<context>
    <name>zhida::ui::LookUpDialog</name>
    <message>
        <source>Phone number, ticket number or its last digits</source>
        <translation>电话号码、工单编号或编号末几位</translation>
    </message>
    <message>
        <source>Number or phone</source>
        <translation>编号或电话</translation>
    </message>
    <message>
        <source>Tickets found</source>
        <translation>找到的工单</translation>
    </message>
    <message>
        <source>Type at least four characters. Enter opens the ticket.</source>
        <translation>至少输入四个字符，按 Enter 打开工单。</translation>
    </message>
    <message>
        <source>No ticket of this number is on this desk.</source>
        <translation>本机没有这个号码的工单。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::MainWindow</name>
    <message>
        <source>Zhida</source>
        <translation>直答</translation>
    </message>
    <message>
        <source>Filling</source>
        <translation>正在装载</translation>
    </message>
    <message>
        <source>%1 all actions · %2 keys</source>
        <translation>%1 全部操作 · %2 快捷键</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Zhida · %1</source>
        <translation>直答 · %1</translation>
    </message>
    <message>
        <source>Work online</source>
        <translation>恢复联网</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>The call is answered with “%1” as soon as it is registered (%2).</source>
        <translation>登记后将用《%1》直接答复（%2）。</translation>
    </message>
    <message>
        <source>No article is chosen.</source>
        <translation>还没有选择知识。</translation>
    </message>
    <message>
        <source>Registered and answered: %1</source>
        <translation>已登记并直答：%1</translation>
    </message>
    <message>
        <source>Your words are in the clipboard.</source>
        <translation>您写的内容已放入剪贴板。</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n surge(s)</source>
        <translation>
            <numerusform>▲ 突增 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Reported to the centre.</source>
        <translation>已报中心。</translation>
    </message>
    <message>
        <source>Reported to %1.</source>
        <translation>已报 %1。</translation>
    </message>
    <message>
        <source>The unit is asked for the article.</source>
        <translation>已请单位补充条目。</translation>
    </message>
    <message>
        <source>A message goes to the caller of a ticket: open it first, or register the call.</source>
        <translation>短信发给工单的来电人：请先打开工单，或登记这个来电。</translation>
    </message>
    <message>
        <source>There is no such ticket.</source>
        <translation>没有这个工单。</translation>
    </message>
    <message>
        <source>to %1, ticket %2</source>
        <translation>发往 %1，工单 %2</translation>
    </message>
    <message>
        <source>The message is on its way.</source>
        <translation>短信已提交发送。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::NoticeBar</name>
    <message>
        <source>Open (%1)</source>
        <translation>打开（%1）</translation>
    </message>
    <message>
        <source>Seen (%1)</source>
        <translation>已阅（%1）</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>通知</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::OutboxModel</name>
    <message>
        <source>■ Refused</source>
        <translation>■ 被退回</translation>
    </message>
    <message>
        <source>◆ Sent</source>
        <translation>◆ 已发送</translation>
    </message>
    <message>
        <source>● Waiting</source>
        <translation>● 待传</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>您写的内容</translation>
    </message>
    <message>
        <source>Why refused</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>◔ Rests until %1</source>
        <translation>◔ 暂留至 %1</translation>
    </message>
</context>
<context>
    <name>zhida::ui::OutboxPanel</name>
    <message>
        <source>Copy into a new form</source>
        <translation>复制到新表单</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>What waits is sent by itself as soon as there is a line. What was refused needs you.</source>
        <translation>待传的内容联网后自动发送；被退回的需要您处理。</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Nothing waits. Everything you did has reached the centre.</source>
        <translation>没有待传内容，您做的一切都已送达中心。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Takes it back before it leaves, without a trace</source>
        <translation>在发出之前收回，不留痕迹</translation>
    </message>
</context>
<context>
    <name>zhida::ui::Palette</name>
    <message>
        <source>What do you want to do? Words or initials of pinyin</source>
        <translation>想做什么？输入文字或拼音首字母</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
</context>
<context>
    <name>zhida::ui::PartsField</name>
    <message>
        <source>One more part</source>
        <translation>增加一个部分</translation>
    </message>
    <message>
        <source>What this part is about</source>
        <translation>这一部分的事项</translation>
    </message>
    <message>
        <source>Unit that answers for it</source>
        <translation>主办单位</translation>
    </message>
    <message>
        <source>More, if it helps</source>
        <translation>补充说明（可不填）</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Units that assist</source>
        <translation>协办单位</translation>
    </message>
</context>
<context>
    <name>zhida::ui::PasswordDialog</name>
    <message>
        <source>New password for %1</source>
        <translation>为 %1 设置新密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ProofView</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Counted or skipped</source>
        <translation>计入或不计</translation>
    </message>
    <message>
        <source>Proof of the due time</source>
        <translation>时限依据</translation>
    </message>
</context>
<context>
    <name>zhida::ui::QueueDelegate</name>
    <message>
        <source>Secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>重办 %1</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待传</translation>
    </message>
    <message>
        <source>%1 holds it</source>
        <translation>%1 占用</translation>
    </message>
</context>
<context>
    <name>zhida::ui::QueueModel</name>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>剩余时间</translation>
    </message>
</context>
<context>
    <name>zhida::ui::QueuePanel</name>
    <message>
        <source>Search in the queue (%1)</source>
        <translation>在队列中搜索 (%1)</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any type</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Open only</source>
        <translation>仅未办结</translation>
    </message>
    <message>
        <source>My unit</source>
        <translation>我的单位</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>No ticket fits this filter.</source>
        <translation>没有符合条件的工单。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>You hold no ticket. Claim one with C.</source>
        <translation>您还没有工单。按 C 认领一张。</translation>
    </message>
    <message>
        <source>Nothing waits here. New tickets appear by themselves.</source>
        <translation>没有待办工单，新工单会自动出现。</translation>
    </message>
    <message numerus="yes">
        <source>%n new ticket(s) above</source>
        <translation>
            <numerusform>有 %n 条新工单</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::QueueView</name>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RegisterForm</name>
    <message>
        <source>New call</source>
        <translation>新来电</translation>
    </message>
    <message>
        <source>Number of the caller</source>
        <translation>来电号码</translation>
    </message>
    <message>
        <source>Mr Peng</source>
        <translation>如：彭先生</translation>
    </message>
    <message>
        <source>If not the caller&apos;s</source>
        <translation>与来电号码不同时填写</translation>
    </message>
    <message>
        <source>What the caller says, in the caller&apos;s words</source>
        <translation>来电人反映的内容</translation>
    </message>
    <message>
        <source>Left empty: the first clause of the content</source>
        <translation>留空则取内容的第一句</translation>
    </message>
    <message>
        <source>Words or initials of pinyin</source>
        <translation>文字或拼音首字母</translation>
    </message>
    <message>
        <source>Town, village or initials</source>
        <translation>镇街、村居或拼音首字母</translation>
    </message>
    <message>
        <source>Where the matter is</source>
        <translation>事发地点</translation>
    </message>
    <message numerus="yes">
        <source>This number has called before: %n ticket(s), the last %1 “%2” (%3)</source>
        <translation>
            <numerusform>这个号码来过电话：共 %n 件，最近 %1《%2》（%3）</numerusform>
        </translation>
    </message>
    <message>
        <source>Only of a complaint or a report: it never sees the caller</source>
        <translation>仅投诉、举报填写：该单位看不到诉求人</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ReturnsView</name>
    <message>
        <source>Undecided</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>已退出</translation>
    </message>
    <message>
        <source>Had to go on</source>
        <translation>未准退单</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>The centre: %1</source>
        <translation>中心意见：%1</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RosterDialog</name>
    <message>
        <source>On the roster</source>
        <translation>列入名册</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Works for</source>
        <translation>派驻单位</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>The procedure names no rights for the roster yet: add one in the rules editor.</source>
        <translation>工作方法里还没有名册权限，请先在规则编辑器里添加。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RosterEndDialog</name>
    <message>
        <source>Last day of %1</source>
        <translation>%1 的截止日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日</translation>
    </message>
    <message>
        <source>It ends at midnight of that day; yesterday ends it at once.</source>
        <translation>到当天二十四点止；选昨天则立即终止。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesClashDialog</name>
    <message>
        <source>Version %1 was saved meanwhile</source>
        <translation>期间已有人保存第 %1 版</translation>
    </message>
    <message>
        <source>By %1: %2. Your changes are kept; nothing has been overwritten.</source>
        <translation>保存人 %1：%2。您的改动都还在，没有任何内容被覆盖。</translation>
    </message>
    <message>
        <source>Give up my changes</source>
        <translation>放弃我的改动</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后再定</translation>
    </message>
    <message>
        <source>Go on from version %1</source>
        <translation>以第 %1 版为基础继续</translation>
    </message>
    <message>
        <source>Your changes on top of the newer version; nothing is saved by it</source>
        <translation>把您的改动叠加到新版本上，此时并不保存</translation>
    </message>
    <message>
        <source>▲ both</source>
        <translation>▲ 双方都改</translation>
    </message>
    <message>
        <source>theirs only</source>
        <translation>仅对方改动</translation>
    </message>
    <message>
        <source>mine only</source>
        <translation>仅我改动</translation>
    </message>
    <message>
        <source>Mine counts</source>
        <translation>以我的为准</translation>
    </message>
    <message>
        <source>Theirs counts</source>
        <translation>以对方的为准</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的改动</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的改动</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesDialog</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Give up the changes</source>
        <translation>放弃改动</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Versions and packs …</source>
        <translation>版本与规则包…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Versions, what they changed, and packs to start from (Ctrl+H)</source>
        <translation>各版本及其改动，可作起点的规则包（Ctrl+H）</translation>
    </message>
    <message>
        <source>Takes the last change back (Ctrl+Z)</source>
        <translation>撤销上一步（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Makes it again (Ctrl+Shift+Z)</source>
        <translation>恢复（Ctrl+Shift+Z）</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close, the draft stays (Esc)</source>
        <translation>关闭，草稿保留（Esc）</translation>
    </message>
    <message>
        <source>Save as a new version (Ctrl+S)</source>
        <translation>保存为新版本（Ctrl+S）</translation>
    </message>
    <message>
        <source>Draft restored %1</source>
        <translation>已恢复 %1 的草稿</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已保存 %1</translation>
    </message>
    <message>
        <source>Saved as version %1; the desks are told</source>
        <translation>已保存为第 %1 版，正在发给各席位</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>No line to the centre: you can go on, your changes are kept here. Saving, versions and packs need the line.</source>
        <translation>未连接中心：可以继续修改，改动保存在本机草稿中。保存、查看版本和规则包需要联网。</translation>
    </message>
    <message>
        <source>Version %1 · %2</source>
        <translation>第 %1 版 · %2</translation>
    </message>
    <message>
        <source>Version %1 was saved meanwhile</source>
        <translation>期间已有人保存第 %1 版</translation>
    </message>
    <message>
        <source>Import a procedure file</source>
        <translation>导入规则文件</translation>
    </message>
    <message>
        <source>Procedure files (*.json)</source>
        <translation>规则文件 (*.json)</translation>
    </message>
    <message>
        <source>Export the procedure</source>
        <translation>导出规则</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesHistoryDialog</name>
    <message>
        <source>Changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>What has changed since then</source>
        <translation>此后的全部改动</translation>
    </message>
    <message>
        <source>Start from here</source>
        <translation>以此为起点</translation>
    </message>
    <message>
        <source>Versions and packs</source>
        <translation>版本与规则包</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Takes it into the editor; nothing is saved by it. Your centre&apos;s name, region and duties stay.</source>
        <translation>放入编辑器，此时并不保存。本中心的名称、区划和职责清单不变。</translation>
    </message>
    <message>
        <source>No difference.</source>
        <translation>没有差别。</translation>
    </message>
    <message>
        <source>Versions of this centre</source>
        <translation>本中心的版本</translation>
    </message>
    <message>
        <source>Version %1 · %2 · %3</source>
        <translation>第 %1 版 · %2 · %3</translation>
    </message>
    <message>
        <source>Packs that ship</source>
        <translation>随程序附带的规则包</translation>
    </message>
    <message>
        <source>The first version that is kept.</source>
        <translation>这是所保存的第一个版本。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesPage</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>To the list around it (Alt+Left)</source>
        <translation>回到上一级列表（Alt+Left）</translation>
    </message>
    <message>
        <source>Nothing is in this list. Ins adds an entry.</source>
        <translation>列表为空，按 Ins 添加。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesSaveDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as version %1</source>
        <translation>保存为第 %1 版</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s). They count for every desk from now on; tickets keep their terms.</source>
        <translation>
            <numerusform>共 %n 处改动，保存后所有席位立即适用；已有工单的时限不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>改动内容</translation>
    </message>
    <message>
        <source>Reason for the change</source>
        <translation>修改原因</translation>
    </message>
    <message>
        <source>Paper, decision or occasion that it follows</source>
        <translation>所依据的文件、决定或者事由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesTable</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Add an entry below (Ins)</source>
        <translation>在下方添加一项（Ins）</translation>
    </message>
    <message>
        <source>Edit the fields (Enter)</source>
        <translation>编辑字段（Enter）</translation>
    </message>
    <message>
        <source>The same once more (Ctrl+D)</source>
        <translation>再来一份（Ctrl+D）</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>上移（Alt+↑）</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>下移（Alt+↓）</translation>
    </message>
    <message>
        <source>Take the entry out (Del); Ctrl+Z brings it back</source>
        <translation>移除此项（Del），Ctrl+Z 可撤销</translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesTrialPanel</name>
    <message>
        <source>Try it</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>接件时间</translation>
    </message>
    <message>
        <source>Proof of the due time</source>
        <translation>到期时间的依据</translation>
    </message>
    <message>
        <source>Row %1: %2, due %3%4</source>
        <translation>第 %1 行：%2，到期 %3%4</translation>
    </message>
    <message>
        <source>No paper of the State Council covers all of these days yet: the date is provisional.</source>
        <translation>国务院尚未公布相应年度的放假安排，此日期为暂定。</translation>
    </message>
    <message>
        <source>Show the row</source>
        <translation>显示该行</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ShiftDialog</name>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>What I am doing</source>
        <translation>我的状态</translation>
    </message>
    <message>
        <source>Why: meeting, training, meal …</source>
        <translation>原因：会议、培训、就餐…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Say so</source>
        <translation>更新状态</translation>
    </message>
    <message>
        <source>In my hands</source>
        <translation>我手中的</translation>
    </message>
    <message>
        <source>Nothing is in your hands: you may leave.</source>
        <translation>手中没有未了事项，可以签退。</translation>
    </message>
    <message>
        <source>Who is there</source>
        <translation>在席人员</translation>
    </message>
    <message>
        <source>Only the centre knows who is there: no line now.</source>
        <translation>在席情况由中心掌握，目前没有连线。</translation>
    </message>
    <message>
        <source>Left behind</source>
        <translation>无人承接</translation>
    </message>
    <message>
        <source>Nobody who has gone has left anything.</source>
        <translation>离岗人员没有遗留事项。</translation>
    </message>
    <message>
        <source>Successor</source>
        <translation>接班人</translation>
    </message>
    <message>
        <source>Everybody sees it now: %1</source>
        <translation>已告知同事：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) handed over.</source>
        <translation>
            <numerusform>已移交 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n</source>
        <translation>
            <numerusform>移交所选 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over all</source>
        <translation>全部移交</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>签退</translation>
    </message>
</context>
<context>
    <name>zhida::ui::ShiftPresenter</name>
    <message>
        <source>● On duty</source>
        <translation>● 在岗</translation>
    </message>
    <message>
        <source>■ Busy</source>
        <translation>■ 示忙</translation>
    </message>
    <message>
        <source>◆ Coordinating</source>
        <translation>◆ 协调</translation>
    </message>
    <message>
        <source>▲ Short break</source>
        <translation>▲ 小休</translation>
    </message>
    <message>
        <source>○ Away</source>
        <translation>○ 离席</translation>
    </message>
    <message>
        <source>In my hands</source>
        <translation>在手事项</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>工单编号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>Left by</source>
        <translation>原经办人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Claim until %1</source>
        <translation>认领至 %1</translation>
    </message>
    <message>
        <source>Call-back</source>
        <translation>待回访</translation>
    </message>
    <message>
        <source>Promise until %1: %2</source>
        <translation>承诺 %1 前：%2</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>草稿：%1</translation>
    </message>
    <message>
        <source>Account disabled</source>
        <translation>账号已停用</translation>
    </message>
    <message>
        <source>No longer on the roster</source>
        <translation>不在名册</translation>
    </message>
    <message>
        <source>Clock until %1</source>
        <translation>时限到 %1</translation>
    </message>
    <message>
        <source>Clock of %1</source>
        <translation>%1 办理中</translation>
    </message>
</context>
<context>
    <name>zhida::ui::StatePath</name>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
</context>
<context>
    <name>zhida::ui::StatusPresenter</name>
    <message>
        <source>Waiting %1</source>
        <translation>待传 %1</translation>
    </message>
    <message>
        <source>Needs you %1</source>
        <translation>需处理 %1</translation>
    </message>
    <message>
        <source>● Live as of %1</source>
        <translation>● 实时 截至 %1</translation>
    </message>
    <message>
        <source>◐ Filling %1 %</source>
        <translation>◐ 正在装载 %1 %</translation>
    </message>
    <message>
        <source>◌ Connecting, as of %1</source>
        <translation>◌ 正在连接 截至 %1</translation>
    </message>
    <message>
        <source>◌ Connecting</source>
        <translation>◌ 正在连接</translation>
    </message>
    <message>
        <source>○ Offline %1</source>
        <translation>○ 离线 %1</translation>
    </message>
    <message>
        <source>○ Offline</source>
        <translation>○ 离线</translation>
    </message>
    <message>
        <source>Everything you do is kept on this machine and sent when there is a line. Click for the outbox.</source>
        <translation>您做的一切都保存在本机，联网后自动发送。点击查看待传内容。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::SurgeDialog</name>
    <message>
        <source>Many alike within a few hours. Enter opens the first one of them.</source>
        <translation>短时间内集中反映的同类诉求。按 Enter 打开其中第一件。</translation>
    </message>
    <message numerus="yes">
        <source>%n alike since %1, the last %2</source>
        <translation>
            <numerusform>自 %1 起 %n 件，最近一件 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no surge now.</source>
        <translation>当前没有突增。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketFacts</name>
    <message>
        <source>History</source>
        <translation>办理过程</translation>
    </message>
    <message>
        <source>Answer read out: %1</source>
        <translation>已答复：%1</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Registered by</source>
        <translation>登记人</translation>
    </message>
    <message>
        <source>Proposed unit</source>
        <translation>建议单位</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入说明</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>No return</source>
        <translation>不得退单</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Older steps come from the centre as soon as there is a line.</source>
        <translation>较早的经过在线路接通后从中心取来。</translation>
    </message>
    <message>
        <source>%1, reached</source>
        <translation>%1，已联系上</translation>
    </message>
    <message>
        <source>%1, not reached</source>
        <translation>%1，未联系上</translation>
    </message>
    <message>
        <source>Follows another ticket: open the main ticket</source>
        <translation>已并案：打开主工单</translation>
    </message>
    <message>
        <source>First receiver</source>
        <translation>首接单位</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系诉求人</translation>
    </message>
    <message>
        <source>Urged</source>
        <translation>催办</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Not called before</source>
        <translation>此前不回访</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>考核</translation>
    </message>
    <message>
        <source>Not counted: a petition was granted</source>
        <translation>不纳入考核（申请已获准）</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>由 %1 下派</translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketField</name>
    <message>
        <source>Number of the ticket, its last digits, a phone number or words</source>
        <translation>工单编号、末几位、电话或文字</translation>
    </message>
    <message>
        <source>Number, phone or words</source>
        <translation>编号、电话或文字</translation>
    </message>
    <message>
        <source>Tickets found</source>
        <translation>找到的工单</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketHeader</name>
    <message>
        <source>Show the caller for 30 seconds</source>
        <translation>显示来电人 30 秒</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>保密</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>重办 %1</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待传</translation>
    </message>
    <message>
        <source>%1 holds it until %2</source>
        <translation>%1 占用至 %2</translation>
    </message>
    <message>
        <source>Nobody holds it</source>
        <translation>无人占用</translation>
    </message>
    <message numerus="yes">
        <source>%n more ticket(s) of this number</source>
        <translation>
            <numerusform>这个号码还有 %n 件工单</numerusform>
        </translation>
    </message>
    <message>
        <source>Caller not known</source>
        <translation>来电人不详</translation>
    </message>
    <message>
        <source>%1 asked for</source>
        <translation>申请%1</translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketPanel</name>
    <message>
        <source>Choose a ticket on the left with J and K, or take a new call.</source>
        <translation>用 J、K 在左侧选择工单，或登记新来电。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <translation>
            <numerusform>%1：%n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketSides</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>The caller is told: %1</source>
        <translation>告知诉求人：%1</translation>
    </message>
    <message>
        <source>Opinion: %1</source>
        <translation>意见：%1</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Supervision and cards</source>
        <translation>督办与红黄牌</translation>
    </message>
    <message>
        <source> · due %1</source>
        <translation> · %1 截止</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答复：%1</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>rises %1</source>
        <translation>%1 自动升级</translation>
    </message>
    <message>
        <source>No timer</source>
        <translation>不计时</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <translation>%1  %2：%3</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>各部分</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>Nobody leads it</source>
        <translation>无主办</translation>
    </message>
    <message>
        <source>Returns: the centre names who has it</source>
        <translation>退单争议：由中心指定</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>退单</translation>
    </message>
    <message>
        <source>Second looks</source>
        <translation>回头看</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>仍存在</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>zhida::ui::UndoBar</name>
    <message>
        <source>%1  %2 s</source>
        <translation>%1  %2 秒</translation>
    </message>
    <message>
        <source>Withdraw (%1), nothing has left yet</source>
        <translation>撤回 (%1)，尚未发出</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>撤销 (%1)</translation>
    </message>
</context>
<context>
    <name>zhida::ui::UndoPresenter</name>
    <message>
        <source>Withdrawn before it left: %1</source>
        <translation>已撤回，未曾发出：%1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) withdrawn before they left.</source>
        <translation>
            <numerusform>已撤回 %n 件，未曾发出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) undone.</source>
        <translation>
            <numerusform>已撤销 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be undone:</source>
        <translation>
            <numerusform>另有 %n 件不能撤销：</numerusform>
        </translation>
    </message>
    <message>
        <source>The history comes from the centre; it is undone by itself as soon as it is here.</source>
        <translation>正从中心取回工单全部经过，取到后自动撤销。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::UnitDialog</name>
    <message>
        <source>New unit</source>
        <translation>新增单位</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Code and name are needed.</source>
        <translation>请填写代码和名称。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::UnitsField</name>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>zhida::ui::UserDialog</name>
    <message>
        <source>New user</source>
        <translation>新增用户</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>At least %1 characters</source>
        <translation>至少 %1 个字符</translation>
    </message>
</context>
<context>
    <name>zhida::ui::WayDialog</name>
    <message>
        <source>In whose hands</source>
        <translation>在谁手中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Working time</source>
        <translation>工作时间</translation>
    </message>
    <message>
        <source>Calendar time</source>
        <translation>自然时间</translation>
    </message>
    <message>
        <source>Older steps come from the centre as soon as there is a line.</source>
        <translation>较早的经过在线路接通后从中心取来。</translation>
    </message>
    <message>
        <source>still</source>
        <translation>至今</translation>
    </message>
    <message>
        <source>This ticket has no due time.</source>
        <translation>本工单没有截止时间。</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Stage clocks</source>
        <translation>环节时限</translation>
    </message>
    <message>
        <source>Below stands the proof of the clock that is chosen.</source>
        <translation>下方为所选环节的期限推算。</translation>
    </message>
</context>
<context>
    <name>zhida::ui::WorkloadChart</name>
    <message>
        <source>Workload per day</source>
        <translation>每日工作量</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>已登记</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>现场直答</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s): %1 registered, %2 closed after dispatch, %3 answered on the spot</source>
        <translation>
            <numerusform>最近 %n 天：登记 %1 件，派单办结 %2 件，现场直答 %3 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::workstation::Workstation</name>
    <message>
        <source>Zhida</source>
        <translation>直答</translation>
    </message>
    <message>
        <source>The demo centre is being prepared. The first time takes some seconds.</source>
        <translation>正在准备演示中心，第一次需要几秒钟。</translation>
    </message>
    <message>
        <source>This machine has not seen the centre for long. You can work on; connect it soon.</source>
        <translation>本机较久没有连上中心。可以继续工作，请尽快联网。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出程序</translation>
    </message>
</context>
</TS>
