package city.renewal.base.http;

/**
 * What an endpoint answers instead of what was asked for (RFC 9457).
 *
 * @param status the HTTP status
 * @param code   what programs go by, such as {@code report.quantity.over}
 * @param detail what people read, in their language
 */
record ProblemBody(int status, String code, String detail) {
}
