package city.renewal.subscription;

/** What a mail is for. */
enum MailKind {
    /** Asks whether it was the owner of the address who asked. */
    CONFIRM,
    /** Says to somebody who asks again that they are told already. */
    KNOWN,
    /** What is new about a project. */
    CHANGES,
    /** What waits for a member of staff. */
    QUEUE
}
