package de.kreislaufstadt.association.desk;

/** What is asked does not fit to where the round stands, or to what somebody else has done meanwhile; nothing is changed. */
final class DeskRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object[] arguments;

    /** @param messageKey why, in {@code messages/association.properties} */
    DeskRefused(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = arguments.clone();
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
