-- The party of the project to which whoever decided on a report belonged when they did; null where they belonged to none.
-- Found through the report, never searched for.
ALTER TABLE site_report ADD COLUMN decider_party_id BIGINT REFERENCES party;
UPDATE site_report
   SET decider_party_id = (SELECT n.party_id
                             FROM project_person n
                            WHERE n.project_id = site_report.project_id AND n.account_id = site_report.decider_id)
 WHERE decider_id IS NOT NULL;
