-- The leaf task of the plan that the homes of a work are counted for, null for none. Tasks are archived and never
-- deleted, so the link outlives a plan that is brought in again.
ALTER TABLE visit_work ADD COLUMN task_id BIGINT REFERENCES task;

-- Which homes a site report counts. A report that corrects one lists its homes anew, those that turned out not to be
-- done with counted = FALSE; what was returned counts nothing.
CREATE TABLE visit_report (
    report_id BIGINT  NOT NULL REFERENCES site_report,
    visit_id  BIGINT  NOT NULL REFERENCES visit,
    counted   BOOLEAN NOT NULL,
    PRIMARY KEY (report_id, visit_id)
);
-- Serves whether a home has been counted.
CREATE INDEX visit_report_by_visit ON visit_report (visit_id);

-- When days without visits were set, so that a check can tell what was booked in spite of them; null for older ones.
ALTER TABLE visit_blackout ADD COLUMN set_at TIMESTAMP WITH TIME ZONE;
