-- What a token may do, ids of city.renewal.account.Scope with a blank between them. Tokens made before there were
-- scopes keep what they could do: send reports and photos.
ALTER TABLE api_token ADD COLUMN scopes VARCHAR(200) DEFAULT 'reports:write photos:write' NOT NULL;
ALTER TABLE api_token ALTER COLUMN scopes DROP DEFAULT;
-- The last day on which it works, in the console's zone. Null for the tokens made before: whoever set them up was
-- promised no end; the page of tokens says so and they can be revoked.
ALTER TABLE api_token ADD COLUMN expires_on DATE;
-- The day of the last use; written at most once a day, so that reading by token stays reading.
ALTER TABLE api_token ADD COLUMN last_used_on DATE;
-- Serves the list of a person's tokens.
CREATE INDEX api_token_by_account ON api_token (account_id);
