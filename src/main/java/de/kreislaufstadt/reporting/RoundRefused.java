package de.kreislaufstadt.reporting;

/** What is asked does not fit to where the round stands; nothing is changed. */
final class RoundRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param messageKey why, in {@code messages/reporting.properties} */
    RoundRefused(String messageKey) {
        super(messageKey);
    }
}
