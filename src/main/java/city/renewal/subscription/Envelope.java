package city.renewal.subscription;

/**
 * A mail that is ready to be sent.
 *
 * @param messageId what comes before the at sign of its Message-ID
 * @param to        the one address it goes to
 * @param sender    name beside the address that it comes from
 * @param leave     address that ends the subscription by POST (RFC 8058)
 */
record Envelope(String messageId, String to, String sender, String subject, String text, String html, String leave) {
}
