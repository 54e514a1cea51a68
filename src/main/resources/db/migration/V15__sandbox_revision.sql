-- A what-if may be open in two windows. Like a plan it counts its changes, so that nobody changes what they have not seen,
-- and says who was first.
ALTER TABLE plan_sandbox ADD COLUMN revision BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE plan_sandbox ADD COLUMN changed_by VARCHAR(128);
