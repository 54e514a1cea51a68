-- What a firm that repairs under a warranty says to the worker who handles the matter is a step of the matter.

-- The day that a step speaks of: on which the firm will come, or on which it mended it; null for all other steps.
ALTER TABLE matter_step ADD COLUMN day_on DATE;
-- The step that a photo came with; null for those of the resident.
ALTER TABLE matter_photo ADD COLUMN step_id BIGINT REFERENCES matter_step;
-- The firm to which the handler opened the resident's telephone number; another firm does not have it by that.
ALTER TABLE matter_warranty ADD COLUMN phone_for VARCHAR(200);
