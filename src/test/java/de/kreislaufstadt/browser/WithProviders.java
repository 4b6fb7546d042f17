package de.kreislaufstadt.browser;

/** The workplace has two cities with an identity provider each. */
final class WithProviders extends WithWorkplace {

    @Override
    Workplace open() {
        return Workplace.openWithProviders();
    }
}
