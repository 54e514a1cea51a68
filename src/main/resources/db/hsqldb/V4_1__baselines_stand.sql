-- A baseline is never changed or removed, not even by a statement of ours. Per database, because the two share no
-- language for triggers.
CREATE TRIGGER baseline_not_changed BEFORE UPDATE ON baseline FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A baseline is never changed';
CREATE TRIGGER baseline_not_removed BEFORE DELETE ON baseline FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A baseline is never removed';
CREATE TRIGGER baseline_task_not_changed BEFORE UPDATE ON baseline_task FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A baseline is never changed';
CREATE TRIGGER baseline_task_not_removed BEFORE DELETE ON baseline_task FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A baseline is never removed';
