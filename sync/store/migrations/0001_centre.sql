-- SPDX-License-Identifier: GPL-3.0-or-later
-- The centre's one file. What happened is in `log`, once; everything else can be made from it, except accounts and devices.

CREATE TABLE centre (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- Names of scopes, so that an entry of the log holds a few bytes and not nine texts.
CREATE TABLE scope_name (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE log (
    seq     INTEGER PRIMARY KEY,
    kind    TEXT,              -- of a record; NULL: an event of a ticket
    subject BLOB NOT NULL,     -- 16 bytes of the ticket's id, or the key of the record as text
    rev     INTEGER NOT NULL,  -- of the ticket after the event
    prev    INTEGER NOT NULL,  -- seq of the same ticket's event before; 0: none. Saves an index over the whole log.
    command BLOB,
    before  BLOB NOT NULL,     -- packed ids of scope_name
    after   BLOB NOT NULL,
    body    BLOB NOT NULL,
    chain   BLOB NOT NULL
);

-- Small rows only: looking for a ticket and finding the tickets of a scope read nothing else.
CREATE TABLE ticket (
    id          BLOB PRIMARY KEY,
    first_seq   INTEGER NOT NULL,
    last_seq    INTEGER NOT NULL,
    rev         INTEGER NOT NULL,
    tail        INTEGER NOT NULL,  -- > 0: the state is the last so many bytes of the last event's body; 0: in ticket_state
    scopes      BLOB NOT NULL,
    claim_until INTEGER,
    mark        BLOB               -- of an imported ticket: digest of what the source said
) WITHOUT ROWID;
CREATE INDEX ticket_claim ON ticket (claim_until) WHERE claim_until IS NOT NULL;

CREATE TABLE ticket_state (
    first_seq INTEGER PRIMARY KEY,  -- of the ticket: a small key that never changes
    body      BLOB NOT NULL
);

CREATE TABLE record (
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    seq  INTEGER NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (kind, key)
);

CREATE TABLE answer (
    command BLOB PRIMARY KEY,
    seq     INTEGER NOT NULL,
    device  BLOB,
    code    TEXT NOT NULL,
    args    BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
    user     TEXT PRIMARY KEY,
    profile  BLOB NOT NULL,
    hash     TEXT NOT NULL,
    disabled INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE device (
    id          BLOB PRIMARY KEY,
    name        TEXT NOT NULL,
    station     TEXT NOT NULL UNIQUE,
    user        TEXT NOT NULL,
    token_hash  BLOB NOT NULL,
    token_user  TEXT NOT NULL,
    token_until INTEGER NOT NULL,
    last_seen   INTEGER NOT NULL,
    disabled    INTEGER NOT NULL
) WITHOUT ROWID;
