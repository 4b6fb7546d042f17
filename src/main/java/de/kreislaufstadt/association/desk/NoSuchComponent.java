package de.kreislaufstadt.association.desk;

/** There is no such component, version, round, passage or comment, or not for the reader. */
final class NoSuchComponent extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
