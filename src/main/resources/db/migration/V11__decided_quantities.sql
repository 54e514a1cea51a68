-- What a supervisor decides about a quantity, and which report a report corrects.

-- quantity is what counts. claimed_quantity is what the author wrote: it never changes, and is more than quantity where
-- the supervisor confirmed less.
ALTER TABLE site_report ADD COLUMN claimed_quantity DECIMAL(18, 3);
UPDATE site_report SET claimed_quantity = quantity;
ALTER TABLE site_report ALTER COLUMN claimed_quantity SET NOT NULL;

-- A confirmed report is never changed. Once a report that names it is confirmed, its state is CORRECTED and it no longer
-- counts.
ALTER TABLE site_report ADD COLUMN corrects_id BIGINT REFERENCES site_report;
-- Serves the question whether a report is being corrected already.
CREATE INDEX site_report_by_corrected ON site_report (corrects_id);

-- Serves the confirmation queue over all projects.
CREATE INDEX site_report_by_state ON site_report (state, report_on, project_id);
