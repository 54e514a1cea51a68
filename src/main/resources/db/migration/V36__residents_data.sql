-- Serves the search for photos that nothing names.
CREATE INDEX matter_photo_by_sha256 ON matter_photo (sha256);

-- What a resident wrote where it has telephone or identity numbers in it, sealed by city.renewal.base.Vault; report has
-- them masked. Null without such numbers and after they were forgotten.
ALTER TABLE matter ADD COLUMN report_sealed TEXT;

-- When the scans of an item's paper votes and its owners' names were deleted, in due time; null while they are kept.
ALTER TABLE consent_item ADD COLUMN forgotten_at TIMESTAMP WITH TIME ZONE;
