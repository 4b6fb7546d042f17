package de.kreislaufstadt.notification;

/** Where a mail stands. */
enum MailState {
    /** Waits for its time, or for the next attempt. */
    PENDING,
    /** A node talks to the mail server about it; committed before the first word. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** The mail server does not take it; the reason is kept. */
    FAILED,
    /** The conversation broke off after the content was handed over: it may have arrived, and is not sent again unasked. */
    UNCERTAIN,
    /** Nothing it tells of matters any more, or nobody wants it. */
    OUTDATED
}
