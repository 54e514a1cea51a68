-- Serves the search for photos that nothing names.
CREATE INDEX matter_photo_by_sha256 ON matter_photo (sha256);
