package de.kreislaufstadt.released;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The components of the common model approach, in their order, and what the addresses of their pages call them. */
public enum ApproachComponent {
    VISION_GOALS("leitbild-und-ziele"),
    STRATEGY("strategie"),
    PROCESSES("prozesse"),
    STRUCTURES("strukturen"),
    INSTRUMENTS("instrumente"),
    PRODUCTS("produkte");

    private final String slug;

    ApproachComponent(String slug) {
        this.slug = slug;
    }

    /** @return part of its addresses; never changes */
    public String slug() {
        return slug;
    }

    /** @return the component that an address names so; empty if there is none */
    public static Optional<ApproachComponent> ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(component -> component.slug.equals(slug))
                .findFirst();
    }

    /** @return the component that data name so, by code or as in addresses, in capitals or not; empty if there is none */
    public static Optional<ApproachComponent> named(String name) {
        String code = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(component -> component.name().equals(code))
                .findFirst()
                .or(() -> ofSlug(name.toLowerCase(Locale.ROOT)));
    }
}
