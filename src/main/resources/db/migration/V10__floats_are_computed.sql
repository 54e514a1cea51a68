-- How far a task may slip follows from the plan, and one late task changes it for every other: computed where it is
-- shown, so that one edit writes the rows that moved and no more.
ALTER TABLE task DROP COLUMN total_float_minutes;
ALTER TABLE task DROP COLUMN free_float_minutes;
