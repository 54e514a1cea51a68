package city.renewal.subscription;

/** Where a mail is. */
enum MailState {
    QUEUED,
    /** Taken by the mail server. */
    SENT,
    /** Refused by the mail server for good. */
    FAILED,
    /** Not sent before it was of no use any more. */
    EXPIRED
}
