-- A supervisor's signature under a finished task, with what was looked at. Only ever added to; one a task.
-- checks are ids of config/signoffs.yaml, one a line. The signer's name stays as it was at the time.
CREATE TABLE signoff (
    -- Also serves the question which tasks before another one are signed.
    task_id    BIGINT PRIMARY KEY REFERENCES task,
    project_id BIGINT       NOT NULL REFERENCES project,
    work_type  VARCHAR(32)  NOT NULL,
    checks     TEXT         NOT NULL,
    remark     TEXT,
    signer_id  BIGINT       NOT NULL REFERENCES account,
    signer     VARCHAR(128) NOT NULL,
    signed_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
CREATE INDEX signoff_by_project ON signoff (project_id);
