-- A commitment that was taken back. Its promises stay, and residents read when and why. Its number is not given again.
CREATE TABLE commitment_withdrawal (
    commitment_id BIGINT       PRIMARY KEY REFERENCES commitment,
    why           VARCHAR(300) NOT NULL,
    author        VARCHAR(128) NOT NULL,
    withdrawn_at  TIMESTAMP WITH TIME ZONE NOT NULL
);
