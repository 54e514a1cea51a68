-- Which flats have the same owner, who is one by number (Supreme People's Court on condominiums, article 9). A keyed hash
-- of the project's own number for that owner; null where a flat is an owner of its own, as all were before.
ALTER TABLE household ADD COLUMN owner_key CHAR(64);
-- Serves counting such owners once.
CREATE INDEX household_by_owner ON household (project_id, owner_key);

-- How many flats voted, beside how many owners. Before, each flat was one.
ALTER TABLE consent_tally ADD COLUMN households INTEGER DEFAULT 0 NOT NULL;
UPDATE consent_tally SET households = owners;
ALTER TABLE consent_result ADD COLUMN households INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE consent_result ADD COLUMN voted_households INTEGER DEFAULT 0 NOT NULL;
UPDATE consent_result SET households = owners, voted_households = agree_owners + disagree_owners + abstain_owners;
