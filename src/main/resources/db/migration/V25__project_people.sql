-- Who works on a project. Where nobody of a role is named, everybody of it may.
CREATE TABLE project_person (
    project_id BIGINT NOT NULL REFERENCES project,
    account_id BIGINT NOT NULL REFERENCES account,
    PRIMARY KEY (project_id, account_id)
);
-- Serves the projects of a person.
CREATE INDEX project_person_by_account ON project_person (account_id, project_id);
