-- What a task does and who does it: stop-work windows ask for the type of work (an id of config/work-types.yaml),
-- the time-location chart draws a line for each crew. Neither is known for tasks from before.
ALTER TABLE task ADD COLUMN work_type VARCHAR(32);
ALTER TABLE task ADD COLUMN crew VARCHAR(100);
