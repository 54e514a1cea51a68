-- A signature is never changed or removed, not even by a statement of ours. Per database, because the two share no
-- language for triggers.
CREATE FUNCTION refuse_change_of_signoff() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A signature is never changed or removed';
END
$$;
CREATE TRIGGER signoff_stands BEFORE UPDATE OR DELETE ON signoff
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signoff();
CREATE TRIGGER signoff_not_emptied BEFORE TRUNCATE ON signoff
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_signoff();
