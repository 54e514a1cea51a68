-- A step of a finding is never changed or removed, not even by a statement of ours. Per database, because the two share
-- no language for triggers.
CREATE TRIGGER finding_step_not_changed BEFORE UPDATE ON finding_step FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A step of a finding is never changed';
CREATE TRIGGER finding_step_not_removed BEFORE DELETE ON finding_step FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A step of a finding is never removed';
