-- What a supervisor decides about a quantity, and which report a report corrects.

-- quantity is what counts. A decision moves what the author wrote into claimed_quantity, which is more than quantity
-- where the supervisor confirmed less; null before, and for reports that were decided before there was a choice.
ALTER TABLE site_report ADD COLUMN claimed_quantity DECIMAL(18, 3);

-- A confirmed report is never changed. Once a report that names it is confirmed, its state is CORRECTED and it no longer
-- counts.
ALTER TABLE site_report ADD COLUMN corrects_id BIGINT REFERENCES site_report;
-- Serves the question whether a report is being corrected already.
CREATE INDEX site_report_by_corrected ON site_report (corrects_id);

-- Serves the confirmation queue over all projects.
CREATE INDEX site_report_by_state ON site_report (state, report_on, project_id);
