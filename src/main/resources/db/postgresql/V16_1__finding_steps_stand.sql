-- A step of a finding is never changed or removed, not even by a statement of ours. Per database, because the two share
-- no language for triggers.
CREATE FUNCTION refuse_change_of_finding_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A step of a finding is never changed or removed';
END
$$;
CREATE TRIGGER finding_step_stands BEFORE UPDATE OR DELETE ON finding_step
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_finding_step();
CREATE TRIGGER finding_step_not_emptied BEFORE TRUNCATE ON finding_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_finding_step();
