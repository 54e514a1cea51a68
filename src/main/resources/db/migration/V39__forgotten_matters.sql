-- When what was given in confidence was deleted of a closed matter, and the numbers in all that was written of it masked;
-- null before, and again once somebody wrote of it since.
ALTER TABLE matter ADD COLUMN forgotten_at TIMESTAMP WITH TIME ZONE;
-- Serves those of which something has to be forgotten.
CREATE INDEX matter_by_forgotten ON matter (forgotten_at);

-- Whether it may have numbers that were stored before they were sealed. The key lies outside the database, so that
-- city.renewal.matter.MatterUpkeep seals them at the first start.
ALTER TABLE matter ADD COLUMN unsealed BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE matter SET unsealed = TRUE;
