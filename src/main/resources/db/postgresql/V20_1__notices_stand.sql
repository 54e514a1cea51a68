-- What a notice said is never changed or removed, not even by a statement of ours. Per database, because the two share
-- no language for triggers.
CREATE FUNCTION refuse_change_of_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What a notice said is never changed or removed';
END
$$;
CREATE TRIGGER notice_version_stands BEFORE UPDATE OR DELETE ON notice_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_notice();
CREATE TRIGGER notice_version_not_emptied BEFORE TRUNCATE ON notice_version
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_notice();
