package city.renewal.consent;

/** How a vote came. */
public enum Channel {
    ONLINE,
    PAPER
}
