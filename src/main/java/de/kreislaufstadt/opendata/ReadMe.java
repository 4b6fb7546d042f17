package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What whoever uses the data has to know, beside the data: what it is, how cells are written, licence and contact. */
final class ReadMe {

    private static final Texts TEXTS = Texts.of("opendata");
    private static final String RULE = "-".repeat(72);

    private ReadMe() {}

    /** @return its paragraphs in German */
    static List<String> german(Municipality municipality, String base) {
        return ReadersLanguage.in(Locale.GERMAN, () -> paragraphs(municipality, base));
    }

    /** @return the file, first in German, then in English, each paragraph a line */
    static String file(Municipality municipality, String base) {
        List<String> english = ReadersLanguage.in(Locale.ENGLISH, () -> titled(municipality, base));
        List<String> german = ReadersLanguage.in(Locale.GERMAN, () -> titled(municipality, base));
        return String.join(
                        "\r\n\r\n",
                        Stream.of(german, List.of(RULE), english)
                                .flatMap(List::stream)
                                .toList()) + "\r\n";
    }

    /** @return the licence in few words, with the name to be given and where its text stands */
    static String licence(Municipality municipality) {
        return ReadersLanguage.in(
                Locale.GERMAN,
                () -> TEXTS.get("opendata.readme.licence", municipality.name(), DataLicence.text(municipality))
                        + "\r\n");
    }

    private static List<String> titled(Municipality municipality, String base) {
        return Stream.concat(
                        Stream.of(TEXTS.get("opendata.readme.title", municipality.name())),
                        paragraphs(municipality, base).stream())
                .toList();
    }

    private static List<String> paragraphs(Municipality municipality, String base) {
        String contact = municipality.contactMail();
        return List.of(
                TEXTS.get("opendata.readme.what", municipality.name(), base + DataAddresses.page(municipality.id())),
                TEXTS.get("opendata.readme.files"),
                TEXTS.get("opendata.readme.cells"),
                TEXTS.get("opendata.readme.values"),
                TEXTS.get("opendata.readme.times"),
                TEXTS.get("opendata.readme.schema", base + DataAddresses.SCHEMA),
                TEXTS.get("opendata.readme.licence", municipality.name(), DataLicence.text(municipality)),
                contact == null
                        ? TEXTS.get("opendata.readme.noContact")
                        : TEXTS.get("opendata.readme.contact", contact));
    }
}
