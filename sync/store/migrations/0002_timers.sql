-- SPDX-License-Identifier: GPL-3.0-or-later
-- When time does something to a ticket next, for every kind of timed act and not only for claims; NULL: nothing. 0: look at it at
-- once, because nobody has worked it out yet.
DROP INDEX ticket_claim;
ALTER TABLE ticket RENAME COLUMN claim_until TO timer;
UPDATE ticket SET timer = 0 WHERE timer IS NOT NULL OR tail = 0;
CREATE INDEX ticket_timer ON ticket (timer) WHERE timer IS NOT NULL;
