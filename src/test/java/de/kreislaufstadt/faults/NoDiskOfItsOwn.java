package de.kreislaufstadt.faults;

/** This machine gives nobody a file system of their own; what would have been tried on it is not. */
final class NoDiskOfItsOwn extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param said by the machine */
    NoDiskOfItsOwn(String said) {
        super(said);
    }
}
