package de.kreislaufstadt.opendata;

import de.kreislaufstadt.website.PublicAddresses;
import java.util.List;
import java.util.Locale;

/** Addresses of the open data, without the address of the installation before them. None of them changes any more. */
final class DataAddresses {

    static final String API = "/api/v1";
    static final String EXPLORER = "/api";
    static final String CATALOGUE = "/opendata/catalog";
    /** What the association answers. */
    static final String SHARED = API + "/model-approach";

    static final String SCHEMA = API + "/schema/measure.schema.json";

    /** Raw data of one measure: the same name with each of these endings. */
    static final List<String> FORMATS = List.of("json", "csv", "xlsx");

    static final String WORKBOOK = "massnahmen.xlsx";
    static final String ARCHIVE = "alles.zip";

    private DataAddresses() {}

    /** The page that explains the data of a municipality. */
    static String page(String municipality) {
        return PublicAddresses.data(municipality);
    }

    static String file(String municipality, String name) {
        return page(municipality) + "/" + name;
    }

    /** @param format one of {@link #FORMATS} */
    static String raw(String municipality, String slug, String format) {
        return PublicAddresses.raw(municipality, slug, format);
    }

    static String measure(String municipality, String number) {
        return API + "/measures/" + municipality + "/" + number;
    }

    /** What the catalogue calls the API of a municipality: each has its publisher and its licence. */
    static String service(String municipality) {
        return API + "#" + municipality;
    }

    static String times(String municipality) {
        return API + "/times?municipality=" + municipality;
    }

    /** @param id {@code massnahmen}, {@code zeiten}, or the number of a measure */
    static String dataset(String municipality, String id) {
        return "/opendata/dataset/" + municipality + "/" + id.toLowerCase(Locale.ROOT);
    }

    static String organisation(String municipality) {
        return "/opendata/organisation/" + municipality;
    }
}
