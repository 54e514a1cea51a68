-- What the schedule said of each milestone as time went on, for the milestone trend chart. Only ever added to: the first
-- status date of a week speaks for the week. Task 0 is the plan's own finish; a forecast outlives the task it was made
-- for, so there is no foreign key and the name is kept.
CREATE TABLE milestone_forecast (
    project_id BIGINT       NOT NULL REFERENCES project,
    task_id    BIGINT       NOT NULL,
    -- Monday of the week in which status_on lies.
    week_on    DATE         NOT NULL,
    task_name  VARCHAR(500) NOT NULL,
    status_on  DATE         NOT NULL,
    finish_on  DATE         NOT NULL,
    -- Also serves the chart, which reads all of one project.
    CONSTRAINT milestone_forecast_once_a_week PRIMARY KEY (project_id, task_id, week_on)
);
