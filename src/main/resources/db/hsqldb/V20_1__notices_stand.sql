-- What a notice said is never changed or removed, not even by a statement of ours. Per database, because the two share
-- no language for triggers.
CREATE TRIGGER notice_version_not_changed BEFORE UPDATE ON notice_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What a notice said is never changed';
CREATE TRIGGER notice_version_not_removed BEFORE DELETE ON notice_version FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'What a notice said is never removed';
