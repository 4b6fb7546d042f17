package de.kreislaufstadt.website;

import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Finds measures by the part of an address that names them. */
@Component
class Measures {

    private static final int FOR_GOOD = 301;

    private final ReleasedMeasures released;

    Measures(ReleasedMeasures released) {
        this.released = released;
    }

    /**
     * Answers for a measure.
     *
     * @param address the same address for another slug
     * @param making makes the answer for today's slug; empty where there is nothing of the kind
     * @return empty where there is no such measure in public
     */
    Optional<Body> found(
            Municipality city, String slug, UnaryOperator<String> address, Function<Entry, Optional<Body>> making) {
        return ever(city, slug)
                .flatMap(entry -> entry.slug().equals(slug)
                        ? making.apply(entry)
                        : Optional.of(Site.moved(FOR_GOOD, address.apply(entry.slug()))));
    }

    /** @return the measure that this part of an address names today or once named; its number names it, too */
    Optional<Entry> ever(Municipality city, String slug) {
        if (!Routes.isSlug(slug.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return released.find(city.id(), slug)
                .or(() -> released.movedTo(city.id(), slug).flatMap(today -> released.find(city.id(), today)))
                .or(() -> released.numbered(city.id(), slug.toUpperCase(Locale.ROOT)));
    }
}
