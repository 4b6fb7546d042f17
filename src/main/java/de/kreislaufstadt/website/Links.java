package de.kreislaufstadt.website;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Links of a page to others, which stay in its language.
 *
 * @param municipality null on pages that belong to none
 */
public record Links(String municipality, Locale language) {

    private static final String ENGLISH = Language.PARAMETER + "=en";

    /** Asks for a part of the picture that is large enough for a phone. */
    static final String CUT_OUT = "ausschnitt";

    public String home() {
        return in("/");
    }

    public String overview() {
        return in(PublicAddresses.overview(municipality));
    }

    /** @return the overview, asked for one value of a filter */
    public String filtered(String filter, String value) {
        return in(PublicAddresses.overview(municipality) + "?" + filter + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    public String measure(String slug) {
        return in(PublicAddresses.measure(municipality, slug));
    }

    public String versions(String slug) {
        return in(PublicAddresses.versions(municipality, slug));
    }

    public String version(String slug, int version) {
        return in(PublicAddresses.version(municipality, slug, version));
    }

    public String question(String slug) {
        return in(PublicAddresses.question(municipality, slug));
    }

    public String picture(String slug) {
        return in(PublicAddresses.picture(municipality, slug));
    }

    /** @return address of the surroundings of the present phase in the picture */
    public String cutOut(String slug) {
        return in(PublicAddresses.picture(municipality, slug) + "?" + CUT_OUT);
    }

    public String preview(String slug) {
        return in(PublicAddresses.preview(municipality, slug));
    }

    public String chart(String slug, int indicator) {
        return in(PublicAddresses.chart(municipality, slug, indicator));
    }

    public String data() {
        return in(PublicAddresses.data(municipality));
    }

    /** @return address of a file, which is the same in all languages */
    public String raw(String slug, String format) {
        return PublicAddresses.raw(municipality, slug, format);
    }

    public String feed() {
        return in(PublicAddresses.feed(municipality));
    }

    public String feedOfField(String field) {
        return in(PublicAddresses.feedOfField(municipality, field));
    }

    public String feedOfMeasure(String slug) {
        return in(PublicAddresses.feedOfMeasure(municipality, slug));
    }

    public String approach() {
        return in(PublicAddresses.APPROACH);
    }

    public String comparison() {
        return in(PublicAddresses.comparison());
    }

    public String component(String component) {
        return in(PublicAddresses.component(component));
    }

    public String componentVersions(String component) {
        return in(PublicAddresses.componentVersions(component));
    }

    public String componentVersion(String component, int version) {
        return in(PublicAddresses.componentVersion(component, version));
    }

    public String componentPaper(String component, int version) {
        return in(PublicAddresses.componentPaper(component, version));
    }

    public String feedOfApproach() {
        return in(PublicAddresses.feedOfApproach());
    }

    public String dataOfApproach() {
        return in(PublicAddresses.dataOfApproach());
    }

    /** @param text one of {@link PublicAddresses#TEXTS} */
    public String text(String text) {
        return in((municipality == null ? "" : PublicAddresses.overview(municipality)) + "/" + text);
    }

    /**
     * @param text one of {@link PublicAddresses#TEXTS}
     * @param shared whether it is that of the association
     */
    public String text(String text, boolean shared) {
        return shared ? in(PublicAddresses.APPROACH + "/" + text) : text(text);
    }

    /** @return the address in this language */
    public String in(String address) {
        if (!Locale.ENGLISH.equals(language)) {
            return address;
        }
        return address + (address.contains("?") ? "&" : "?") + ENGLISH;
    }

    /** @return the address in the other language */
    public String other(String address) {
        return new Links(municipality, Locale.ENGLISH.equals(language) ? Locale.GERMAN : Locale.ENGLISH).in(address);
    }
}
