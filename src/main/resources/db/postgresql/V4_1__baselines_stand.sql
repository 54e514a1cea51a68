-- A baseline is never changed or removed, not even by a statement of ours. Per database, because the two share no
-- language for triggers.
CREATE FUNCTION refuse_change_of_baseline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A baseline is never changed or removed';
END
$$;
CREATE TRIGGER baseline_stands BEFORE UPDATE OR DELETE ON baseline
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_baseline();
CREATE TRIGGER baseline_task_stands BEFORE UPDATE OR DELETE ON baseline_task
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_baseline();
CREATE TRIGGER baseline_not_emptied BEFORE TRUNCATE ON baseline
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_baseline();
CREATE TRIGGER baseline_task_not_emptied BEFORE TRUNCATE ON baseline_task
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_baseline();
