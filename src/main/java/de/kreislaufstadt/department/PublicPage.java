package de.kreislaufstadt.department;

import de.kreislaufstadt.released.MunicipalPages;
import java.time.Period;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a municipality says of itself on its public pages and in the open data, as the database holds it.
 *
 * @param settings by name
 * @param texts Markdown by kind
 */
record PublicPage(Map<String, String> settings, Map<String, String> texts) {

    static final String CONTACT_MAIL = "contactMail";
    static final String HOMEPAGE = "homepage";
    static final String STALE_AFTER = "staleAfter";
    static final String FIRST_VERSION = "firstVersion";
    static final String CONTRIBUTOR = "catalogue.contributorId";
    static final String THEMES = "catalogue.themes";
    static final String PUBLISHER = "catalogue.publisher";
    static final String LICENCE = "catalogue.licence";
    static final String PER_MEASURE = "catalogue.perMeasure";
    static final String IMPRINT = "IMPRINT";
    static final String PRIVACY = "PRIVACY";
    static final String ACCESSIBILITY = "ACCESSIBILITY";
    static final String EASY_LANGUAGE = "EASY_LANGUAGE";

    private static final String ALLOWED_MAIL = "allowedMail";
    private static final String ALLOWED_PHONE = "allowedPhone";
    private static final String BY_HAND = "BY_HAND";
    private static final List<String> BEGINNINGS = List.of("BY_ITSELF", BY_HAND);
    private static final String PLACE = "publicPage.";

    /** The EU's authority list of data themes. */
    private static final Set<String> DATA_THEMES = Set.of(
            "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN");

    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"{}|^`\\\\]{3,480}");
    private static final Pattern LICENCES = Pattern.compile("http://dcat-ap\\.de/def/licenses/[a-z0-9-]+(/[0-9.]+)?");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 /()-]{3,29}");
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_NAME = 250;

    PublicPage {
        settings = Map.copyOf(settings);
        texts = Map.copyOf(texts);
    }

    /** @return nothing set: as the product does */
    static PublicPage none() {
        return new PublicPage(Map.of(), Map.of());
    }

    /** @throws RuntimeException made by the refusal if the id is a part of addresses of the product */
    static void refuseReserved(String id, ReminderSettings.Refusal refusal) {
        if (MunicipalPages.RESERVED.contains(id)) {
            throw refusal.of("municipality.id", "„" + id + "“ gehört zu den Adressen des Produkts");
        }
    }

    /** @throws RuntimeException made by the refusal if an address, a period, a code or a text is not allowed */
    static PublicPage of(MunicipalityFile.PublicPages file, ReminderSettings.Refusal refusal) {
        if (file == null) {
            return none();
        }
        Map<String, String> settings = new TreeMap<>();
        put(settings, CONTACT_MAIL, mail(file.contactMail(), CONTACT_MAIL, refusal));
        put(settings, HOMEPAGE, matching(file.homepage(), WEB, HOMEPAGE, "eine Adresse mit https://", refusal));
        for (int i = 0; i < file.allowedMail().size(); i++) {
            mail(orEmpty(file.allowedMail().get(i)), ALLOWED_MAIL + "[" + i + "]", refusal);
        }
        put(settings, ALLOWED_MAIL, lines(file.allowedMail()));
        for (int i = 0; i < file.allowedPhone().size(); i++) {
            String number = orEmpty(file.allowedPhone().get(i));
            matching(number, PHONE, ALLOWED_PHONE + "[" + i + "]", "eine Telefonnummer", refusal);
        }
        put(settings, ALLOWED_PHONE, lines(file.allowedPhone()));
        if (file.staleAfter() != null && !ExtraSettings.isPeriod(file.staleAfter())) {
            throw refusal.of(
                    PLACE + STALE_AFTER, "„" + file.staleAfter() + "“ ist kein Zeitraum, z. B. P30D, P12M oder P2Y");
        }
        put(settings, STALE_AFTER, file.staleAfter());
        put(settings, FIRST_VERSION, beginning(file.firstVersion(), refusal));
        if (file.catalogue() != null) {
            settings.putAll(catalogue(file.catalogue(), refusal));
        }
        return new PublicPage(settings, texts(file.texts(), refusal));
    }

    private static String beginning(String word, ReminderSettings.Refusal refusal) {
        if (word != null && !BEGINNINGS.contains(word)) {
            throw refusal.of(
                    PLACE + FIRST_VERSION,
                    "„%s“ ist unbekannt (erlaubt: %s)"
                            .formatted(word.replaceAll("\\p{Cntrl}", "?"), String.join(", ", BEGINNINGS)));
        }
        return word;
    }

    private static Map<String, String> catalogue(MunicipalityFile.Catalogue file, ReminderSettings.Refusal refusal) {
        Map<String, String> settings = new TreeMap<>();
        put(settings, CONTRIBUTOR, matching(file.contributorId(), WEB, CONTRIBUTOR, "eine IRI mit http://", refusal));
        file.themes().forEach(theme -> {
            if (theme == null || !DATA_THEMES.contains(theme)) {
                throw refusal.of(
                        PLACE + THEMES,
                        "„%s“ steht nicht in der Liste der EU (erlaubt: %s)"
                                .formatted(theme, DATA_THEMES.stream().sorted().collect(Collectors.joining(", "))));
            }
        });
        put(settings, THEMES, lines(file.themes()));
        if (file.publisher() != null && file.publisher().length() > LONGEST_NAME) {
            throw refusal.of(PLACE + PUBLISHER, "höchstens " + LONGEST_NAME + " Zeichen");
        }
        put(settings, PUBLISHER, blankToNull(file.publisher()));
        put(
                settings,
                LICENCE,
                matching(
                        file.licence(),
                        LICENCES,
                        LICENCE,
                        "eine Lizenz von DCAT-AP.de, z. B. http://dcat-ap.de/def/licenses/dl-by-de/2.0",
                        refusal));
        put(
                settings,
                PER_MEASURE,
                file.perMeasure() == null ? null : file.perMeasure().toString());
        return settings;
    }

    private static Map<String, String> texts(MunicipalityFile.Texts file, ReminderSettings.Refusal refusal) {
        if (file == null) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, IMPRINT, text(file.imprint(), "imprint", refusal));
        put(texts, PRIVACY, text(file.privacy(), "privacy", refusal));
        put(texts, ACCESSIBILITY, text(file.accessibility(), "accessibility", refusal));
        put(texts, EASY_LANGUAGE, text(file.easyLanguage(), "easyLanguage", refusal));
        return texts;
    }

    private static String text(String text, String name, ReminderSettings.Refusal refusal) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw refusal.of(PLACE + "texts." + name, "höchstens 50.000 Zeichen");
        }
        return blankToNull(text);
    }

    private static String mail(String address, String name, ReminderSettings.Refusal refusal) {
        if (address != null && !MailAddress.isValid(address)) {
            throw refusal.of(
                    PLACE + name,
                    "„%s“ ist ungültig, erwartet: eine E-Mail-Adresse"
                            .formatted(address.replaceAll("\\p{Cntrl}", "?")));
        }
        return address;
    }

    private static String matching(
            String text, Pattern pattern, String name, String expected, ReminderSettings.Refusal refusal) {
        if (text != null && !pattern.matcher(text).matches()) {
            throw refusal.of(
                    PLACE + name,
                    "„%s“ ist ungültig, erwartet: %s".formatted(text.replaceAll("\\p{Cntrl}", "?"), expected));
        }
        return text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String lines(List<String> values) {
        return values.isEmpty() ? null : String.join("\n", values);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** @return addresses that may be read in public, in small letters; that of the contact is one of them */
    Set<String> mailAddresses() {
        List<String> addresses = list(ALLOWED_MAIL);
        Set<String> all =
                addresses.stream().map(one -> one.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        if (settings.containsKey(CONTACT_MAIL)) {
            all.add(settings.get(CONTACT_MAIL).toLowerCase(Locale.ROOT));
        }
        return all;
    }

    /** @return whether the publication of a measure begins with its decision; yes, unless the municipality has set it otherwise */
    boolean beginsByItself() {
        return !BY_HAND.equals(settings.get(FIRST_VERSION));
    }

    List<String> phoneNumbers() {
        return list(ALLOWED_PHONE);
    }

    /** @return EU data themes; empty = the product's */
    List<String> themes() {
        return list(THEMES);
    }

    /** @return how old a status report may be; null = the product's period */
    Period staleAfter() {
        return settings.containsKey(STALE_AFTER) ? Period.parse(settings.get(STALE_AFTER)) : null;
    }

    private List<String> list(String name) {
        return settings.containsKey(name)
                ? Arrays.stream(settings.get(name).split("\n")).toList()
                : List.of();
    }
}
