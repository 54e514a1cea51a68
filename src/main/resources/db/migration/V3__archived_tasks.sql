-- A task that a planner removes leaves the plan and stays in the table: its reports, evidence and promises speak of it,
-- and undo brings it back as it was. Every statement about the work of a plan asks for archived_at IS NULL.
ALTER TABLE task ADD COLUMN archived_at TIMESTAMP WITH TIME ZONE;
