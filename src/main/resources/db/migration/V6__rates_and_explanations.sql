-- At which rate what is left of begun work is planned (RateBasis), and who answers for a delay and its catch-up plan.

ALTER TABLE plan ADD COLUMN rate_basis VARCHAR(16) DEFAULT 'PLAN' NOT NULL;

-- Owners are names, of people with an account or without. slip_days is how late the finish was against the original
-- promise when the reason was given: the reason speaks for that slip and a few days more. Unknown for older reasons.
ALTER TABLE delay_reason ADD COLUMN reason_owner VARCHAR(128);
ALTER TABLE delay_reason ADD COLUMN catch_up_owner VARCHAR(128);
ALTER TABLE delay_reason ADD COLUMN catch_up_on DATE;
ALTER TABLE delay_reason ADD COLUMN slip_days INTEGER;
