package de.kreislaufstadt.backup;

import java.util.Optional;

/** Which release this is. */
final class Product {

    private Product() {}

    /** @return e.g. {@code 1.4.0}, as the packaged application says; "?" where it runs from its classes */
    static String version() {
        return Optional.ofNullable(Product.class.getPackage().getImplementationVersion())
                .orElse("?");
    }
}
