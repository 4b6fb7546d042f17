package de.kreislaufstadt.browser;

/** The workplace is that of an association and three of its members. */
final class WithAssociation extends WithWorkplace {

    @Override
    Workplace open() {
        return Workplace.openWithAssociation();
    }
}
