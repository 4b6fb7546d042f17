package de.kreislaufstadt.association.round;

/** What is asked does not fit to where the round stands; nothing is changed. HTTP answers 409. */
public final class RoundRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Object[] arguments;

    /**
     * @param messageKey why, in {@code messages/association.properties}
     * @param arguments values of its placeholders
     */
    RoundRefused(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = arguments.clone();
    }

    /** @return values of the placeholders of the text */
    public Object[] arguments() {
        return arguments.clone();
    }
}
