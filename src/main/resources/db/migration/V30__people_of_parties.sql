-- The party of the project that a named person belongs to. Where nobody of a party is named, it is open to everybody who
-- may work on the project.
ALTER TABLE project_person ADD COLUMN party_id BIGINT REFERENCES party;
-- Serves the people of a party.
CREATE INDEX project_person_by_party ON project_person (party_id, account_id);
