package de.kreislaufstadt.website;

import java.util.List;
import java.util.Locale;

/**
 * Addresses of the public pages, in one place: links, redirects, the catalogue and the rules of who gets in are written with these.
 * None of them changes any more.
 */
public final class PublicAddresses {

    /** Texts of a municipality, below {@code /} and below {@code /{municipality}}. */
    public static final List<String> TEXTS = List.of("barrierefreiheit", "datenschutz", "impressum", "leichte-sprache");

    /** The model approach that municipalities share: no municipality is called so. */
    public static final String APPROACH = "/modellansatz";

    private static final String MEASURES = "/massnahmen/";

    private PublicAddresses() {}

    public static String overview(String municipality) {
        return "/" + municipality;
    }

    public static String measure(String municipality, String slug) {
        return overview(municipality) + MEASURES + slug;
    }

    /** All released versions of a measure. */
    public static String versions(String municipality, String slug) {
        return measure(municipality, slug) + "/fassungen";
    }

    /** One version, and what it has changed. */
    public static String version(String municipality, String slug, int version) {
        return versions(municipality, slug) + "/" + version;
    }

    public static String question(String municipality, String slug) {
        return measure(municipality, slug) + "/frage";
    }

    /** The position in the life cycle as a picture. */
    public static String picture(String municipality, String slug) {
        return measure(municipality, slug) + "/ablauf.svg";
    }

    /** @param indicator place of the indicator, 1 for the first */
    public static String chart(String municipality, String slug, int indicator) {
        return measure(municipality, slug) + "/indikator-" + indicator + ".svg";
    }

    /** What others show beside a link to a measure. */
    public static String preview(String municipality, String slug) {
        return measure(municipality, slug) + "/vorschau.png";
    }

    /** The page that explains the data of a municipality. */
    public static String data(String municipality) {
        return overview(municipality) + "/daten";
    }

    /** @param format {@code json}, {@code csv} or {@code xlsx} */
    public static String raw(String municipality, String slug, String format) {
        return measure(municipality, slug) + "/rohdaten." + format;
    }

    public static String feed(String municipality) {
        return overview(municipality) + "/feed.atom";
    }

    public static String feedOfField(String municipality, String field) {
        return overview(municipality) + "/felder/" + field.toLowerCase(Locale.ROOT) + "/feed.atom";
    }

    public static String feedOfMeasure(String municipality, String slug) {
        return measure(municipality, slug) + "/feed.atom";
    }

    /** What municipalities have released of how far they are. */
    public static String comparison() {
        return APPROACH + "/vergleich";
    }

    /** @param component part of the address that names a component of the model approach */
    public static String component(String component) {
        return APPROACH + "/" + component;
    }

    /** All published versions of a component. */
    public static String componentVersions(String component) {
        return component(component) + "/fassungen";
    }

    /** One version of a component, and what it has changed. */
    public static String componentVersion(String component, int version) {
        return componentVersions(component) + "/" + version;
    }

    /** One version of a component as a document. */
    public static String componentPaper(String component, int version) {
        return componentVersion(component, version) + ".pdf";
    }

    public static String feedOfApproach() {
        return APPROACH + "/feed.atom";
    }

    /** What others show beside a link to the model approach. */
    public static String previewOfApproach() {
        return APPROACH + "/vorschau.png";
    }

    /** The page that explains the data of the association. */
    public static String dataOfApproach() {
        return APPROACH + "/daten";
    }
}
