-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a desk shows: one row a ticket, our waiting commands applied. `bytes` stands last, so that queues never read it.
CREATE TABLE ticket(
    row INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    rev INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    state INTEGER NOT NULL,
    appeal INTEGER NOT NULL,
    urgency INTEGER NOT NULL,
    secret INTEGER NOT NULL,
    redo INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due INTEGER,
    claim_until INTEGER,
    claimed_by TEXT NOT NULL,
    unit TEXT NOT NULL,
    region TEXT NOT NULL,
    number TEXT NOT NULL,
    title TEXT NOT NULL,
    bytes BLOB NOT NULL
);
-- list: kind * 4 + order * 2 + open; sort: rising in the order of the list; facets: state * 16 + appeal type.
CREATE TABLE membership(
    list INTEGER NOT NULL,
    sort INTEGER NOT NULL,
    ticket INTEGER NOT NULL,
    facets INTEGER NOT NULL,
    PRIMARY KEY(list, sort, ticket)
) WITHOUT ROWID;
CREATE TABLE list_count(list INTEGER NOT NULL, open INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(list, open)) WITHOUT ROWID;
CREATE TABLE day_count(day INTEGER NOT NULL, kind INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(day, kind)) WITHOUT ROWID;
-- The number back to front: its tail is what callers know.
CREATE TABLE number_key(reversed TEXT NOT NULL, ticket INTEGER NOT NULL, PRIMARY KEY(reversed, ticket)) WITHOUT ROWID;
-- The last seven digits of a phone number.
CREATE TABLE phone_key(tail INTEGER NOT NULL, ticket INTEGER NOT NULL, PRIMARY KEY(tail, ticket)) WITHOUT ROWID;
-- Rows up to the mark `text.mark` whose text has changed since they were indexed; rows beyond it are still to come.
CREATE TABLE text_dirty(ticket INTEGER PRIMARY KEY);

-- A cache of the centre's log, and what our waiting commands would add to it.
CREATE TABLE event(
    ticket BLOB NOT NULL,
    rev INTEGER NOT NULL,
    pending INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY(ticket, rev)
);
-- What the centre says of tickets for which commands of ours wait. bytes NULL: the centre does not know it (yet).
CREATE TABLE base(ticket BLOB PRIMARY KEY, left INTEGER NOT NULL, bytes BLOB);
CREATE TABLE refetch(ticket BLOB PRIMARY KEY, rev INTEGER NOT NULL);

-- state: 0 waiting, 1 accepted but not yet in our feed, 2 refused. landed: our feed has brought (some of) its events.
CREATE TABLE outbox(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    command BLOB NOT NULL UNIQUE,
    ticket BLOB NOT NULL,
    state INTEGER NOT NULL,
    landed INTEGER NOT NULL,
    accepted_seq INTEGER,
    refusal TEXT,
    created_at INTEGER NOT NULL,
    bytes BLOB NOT NULL
);
CREATE INDEX outbox_ticket ON outbox(ticket, seq);
CREATE INDEX outbox_state ON outbox(state, seq);
CREATE TABLE number_counter(station TEXT NOT NULL, day TEXT NOT NULL, used INTEGER NOT NULL, PRIMARY KEY(station, day)) WITHOUT ROWID;

-- An empty body: the record is gone, the search index may not know it yet. stamp: rises with every change of this file.
CREATE TABLE record(
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    stamp INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE(kind, key)
);
CREATE INDEX record_stamp ON record(kind, stamp);
CREATE TABLE article_fact(
    row INTEGER PRIMARY KEY,
    source_id TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    live INTEGER NOT NULL
);
CREATE INDEX article_source ON article_fact(source_id);

CREATE TABLE draft(key TEXT PRIMARY KEY, form TEXT NOT NULL, fields TEXT NOT NULL, saved_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
