<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>FormPlan</name>
    <message numerus="yes">
        <source>Urged %n time(s) before.</source>
        <translation>
            <numerusform>Urged %n time before.</numerusform>
            <numerusform>Urged %n times before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) with 【%1】, sent as %2 message(s)</source>
        <translation>
            <numerusform>%n character with 【%1】, sent as %2 message(s)</numerusform>
            <numerusform>%n characters with 【%1】, sent as %2 message(s)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message numerus="yes">
        <source>Split into %n part(s)</source>
        <translation>
            <numerusform>Split into %n part</numerusform>
            <numerusform>Split into %n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::ArticlesDialog</name>
    <message numerus="yes">
        <source>%n place(s) with names or numbers of people were taken out. Look through what is left: everybody can read an article.</source>
        <translation>
            <numerusform>%n place with names or numbers of people was taken out. Look through what is left: everybody can read an article.</numerusform>
            <numerusform>%n places with names or numbers of people were taken out. Look through what is left: everybody can read an article.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::BulkPanel</name>
    <message numerus="yes">
        <source>%n tickets chosen</source>
        <translation>
            <numerusform>%n ticket chosen</numerusform>
            <numerusform>%n tickets chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would refuse; it is done with the others.</source>
        <translation>
            <numerusform>%n of them would refuse; it is done with the others.</numerusform>
            <numerusform>%n of them would refuse; it is done with the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::Form</name>
    <message numerus="yes">
        <source>for %n tickets</source>
        <translation>
            <numerusform>for %n ticket</numerusform>
            <numerusform>for %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::GapsDialog</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::ImpactPresenter</name>
    <message numerus="yes">
        <source>Nobody relied on it in the last %n day(s): there is nobody to phone.</source>
        <translation>
            <numerusform>Nobody relied on it in the last day: there is nobody to phone.</numerusform>
            <numerusform>Nobody relied on it in the last %n days: there is nobody to phone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n caller(s) would be phoned.</source>
        <translation>
            <numerusform>%n caller would be phoned.</numerusform>
            <numerusform>%n callers would be phoned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::KnowledgePanel</name>
    <message numerus="yes">
        <source>%n article(s) in %1 ms</source>
        <translation>
            <numerusform>%n article in %1 ms</numerusform>
            <numerusform>%n articles in %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::MainWindow</name>
    <message numerus="yes">
        <source>▲ %n surge(s)</source>
        <translation>
            <numerusform>▲ %n surge</numerusform>
            <numerusform>▲ %n surges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::NoticeBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::QueuePanel</name>
    <message numerus="yes">
        <source>%n new ticket(s) above</source>
        <translation>
            <numerusform>%n new ticket above</numerusform>
            <numerusform>%n new tickets above</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::RegisterForm</name>
    <message numerus="yes">
        <source>This number has called before: %n ticket(s), the last %1 “%2” (%3)</source>
        <translation>
            <numerusform>This number has called before: %n ticket, the last %1 “%2” (%3)</numerusform>
            <numerusform>This number has called before: %n tickets, the last %1 “%2” (%3)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::RulesSaveDialog</name>
    <message numerus="yes">
        <source>%n change(s). They count for every desk from now on; tickets keep their terms.</source>
        <translation>
            <numerusform>%n change. It counts for every desk from now on; tickets keep their terms.</numerusform>
            <numerusform>%n changes. They count for every desk from now on; tickets keep their terms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::ShiftDialog</name>
    <message numerus="yes">
        <source>%n ticket(s) handed over.</source>
        <translation>
            <numerusform>%n ticket handed over.</numerusform>
            <numerusform>%n tickets handed over.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n</source>
        <translation>
            <numerusform>Hand over %n</numerusform>
            <numerusform>Hand over %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::SurgeDialog</name>
    <message numerus="yes">
        <source>%n alike since %1, the last %2</source>
        <translation>
            <numerusform>%n alike since %1, the last %2</numerusform>
            <numerusform>%n alike since %1, the last %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketFacts</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketHeader</name>
    <message numerus="yes">
        <source>%n more ticket(s) of this number</source>
        <translation>
            <numerusform>%n more ticket of this number</numerusform>
            <numerusform>%n more tickets of this number</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::TicketPanel</name>
    <message numerus="yes">
        <source>%1: %n ticket(s)</source>
        <translation>
            <numerusform>%1: %n ticket</numerusform>
            <numerusform>%1: %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::UndoPresenter</name>
    <message numerus="yes">
        <source>%n ticket(s) withdrawn before they left.</source>
        <translation>
            <numerusform>%n ticket withdrawn before it left.</numerusform>
            <numerusform>%n tickets withdrawn before they left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) undone.</source>
        <translation>
            <numerusform>%n ticket undone.</numerusform>
            <numerusform>%n tickets undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be undone:</source>
        <translation>
            <numerusform>%n cannot be undone:</numerusform>
            <numerusform>%n cannot be undone:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>zhida::ui::WorkloadChart</name>
    <message numerus="yes">
        <source>Last %n day(s): %1 registered, %2 closed after dispatch, %3 answered on the spot</source>
        <translation>
            <numerusform>Last %n day: %1 registered, %2 closed after dispatch, %3 answered on the spot</numerusform>
            <numerusform>Last %n days: %1 registered, %2 closed after dispatch, %3 answered on the spot</numerusform>
        </translation>
    </message>
</context>
</TS>
