-- Where a project lies: a point, the datum that it is given in, and how far from it work is still the project's.
-- All null where nobody said. datum is a name of city.renewal.project.Datum: GCJ-02 differs from the others by hundreds
-- of metres, so that a coordinate without its datum is of no use.
ALTER TABLE project ADD COLUMN latitude DECIMAL(9, 6);
ALTER TABLE project ADD COLUMN longitude DECIMAL(9, 6);
ALTER TABLE project ADD COLUMN datum VARCHAR(16);
ALTER TABLE project ADD COLUMN reach_metres INTEGER;
