-- How the open items stand, raised with each vote, so that looking at a count does not read every vote. The votes stay
-- what counts: closing reads them, a corrected register has them summed again, and check compares both.
CREATE TABLE consent_tally (
    item_id BIGINT         NOT NULL REFERENCES consent_item,
    choice  VARCHAR(16)    NOT NULL,
    owners  INTEGER        NOT NULL,
    area    DECIMAL(14, 2) NOT NULL,
    PRIMARY KEY (item_id, choice)
);
INSERT INTO consent_tally (item_id, choice, owners, area)
SELECT b.item_id, b.choice, COUNT(*), SUM(h.floor_area)
  FROM consent_item i
  JOIN consent_ballot b ON b.item_id = i.id
  JOIN household h      ON h.id = b.household_id
 WHERE i.state = 'OPEN'
 GROUP BY b.item_id, b.choice;
