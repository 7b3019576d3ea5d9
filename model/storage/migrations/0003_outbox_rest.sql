-- SPDX-License-Identifier: GPL-3.0-or-later
-- A command may rest before it leaves, and whatever has certainly not left can be taken out without a trace.
ALTER TABLE outbox ADD COLUMN rest_until INTEGER;             -- NULL: may leave
ALTER TABLE outbox ADD COLUMN sent INTEGER NOT NULL DEFAULT 1; -- 0: has never been handed to the line
ALTER TABLE outbox ADD COLUMN batch BLOB;                     -- of one act on many tickets; NULL: by itself
CREATE INDEX outbox_rest ON outbox(rest_until) WHERE rest_until IS NOT NULL;
CREATE INDEX outbox_batch ON outbox(batch) WHERE batch IS NOT NULL;
