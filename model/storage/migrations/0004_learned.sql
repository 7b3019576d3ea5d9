-- SPDX-License-Identifier: GPL-3.0-or-later
-- Corrections of suggestions are records now (docs/adr/0009-record-commands.md); these had the texts of calls in them.
DROP TABLE IF EXISTS suggestion_correction;
