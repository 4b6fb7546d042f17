package de.kreislaufstadt.opendata;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.rio.RDFHandler;

/** Says things about one resource, statement by statement. What is not known is not said. */
final class Describing {

    /** What XML 1.0 has no way to write. */
    private static final Pattern UNWRITABLE =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final RDFHandler out;
    private final IRI about;

    Describing(RDFHandler out, IRI about) {
        this.out = out;
        this.about = about;
    }

    Describing a(IRI type) {
        return say(RDF.TYPE, type);
    }

    Describing say(IRI property, Value value) {
        out.handleStatement(Dcat.VALUES.createStatement(about, property, value));
        return this;
    }

    /** @param iri null for nothing */
    Describing link(IRI property, String iri) {
        return iri == null ? this : say(property, Dcat.iri(iri));
    }

    /** @param text null for nothing */
    Describing text(IRI property, String text) {
        return text == null ? this : say(property, Dcat.VALUES.createLiteral(writable(text)));
    }

    /**
     * @param text null for nothing
     * @param language {@code de} or {@code en}
     */
    Describing text(IRI property, String text, String language) {
        return text == null ? this : say(property, Dcat.VALUES.createLiteral(writable(text), language));
    }

    Describing number(IRI property, int number) {
        return say(property, Dcat.VALUES.createLiteral(Integer.toString(number), XSD.INTEGER));
    }

    /** @param instant null for nothing; said to the second */
    Describing at(IRI property, Instant instant) {
        return instant == null
                ? this
                : say(
                        property,
                        Dcat.VALUES.createLiteral(
                                instant.truncatedTo(ChronoUnit.SECONDS).toString(), XSD.DATETIME));
    }

    private static String writable(String text) {
        return UNWRITABLE.matcher(text).replaceAll("");
    }
}
