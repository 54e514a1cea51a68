package city.renewal.consent;

/** What a household says to an item. Whoever abstains takes part. */
public enum Choice {
    AGREE,
    DISAGREE,
    ABSTAIN
}
