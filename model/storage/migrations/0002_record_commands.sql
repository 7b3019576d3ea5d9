-- SPDX-License-Identifier: GPL-3.0-or-later
-- A command may be about a record instead of a ticket: then `ticket` holds the command's own id, and this the kind of the record.
ALTER TABLE outbox ADD COLUMN record_kind TEXT;
