package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages.Catalogue;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.util.List;
import java.util.Optional;

/** Under which the data of a municipality may be used. */
final class DataLicence {

    /** Text of the licence that holds unless a municipality says otherwise: Datenlizenz Deutschland – Namensnennung 2.0. */
    private static final String USUAL_TEXT = "https://www.govdata.de/dl-de/by-2-0";

    private DataLicence() {}

    /** @return where the text of the licence stands; of others than the usual one what names them in catalogues */
    static String text(Municipality municipality) {
        String licence = municipality.catalogue().licence();
        return licence.equals(Catalogue.usual().licence()) ? USUAL_TEXT : licence;
    }

    /** @return the licence that all of them share; empty where they have several */
    static Optional<String> common(List<Municipality> municipalities) {
        List<String> licences = municipalities.stream()
                .map(one -> one.catalogue().licence())
                .distinct()
                .toList();
        return licences.size() == 1 ? Optional.of(licences.get(0)) : Optional.empty();
    }
}
