-- A signature is never changed or removed, not even by a statement of ours. Per database, because the two share no
-- language for triggers.
CREATE TRIGGER signoff_not_changed BEFORE UPDATE ON signoff FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signature is never changed';
CREATE TRIGGER signoff_not_removed BEFORE DELETE ON signoff FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A signature is never removed';
