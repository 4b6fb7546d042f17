package de.kreislaufstadt.opendata;

/**
 * The pages of the catalogue.
 *
 * @param base address of the installation
 * @param municipality whose data sets alone are listed; null for all
 * @param page 1 for the first; 0 for all in one document
 * @param sets how many data sets there are in all
 */
record CataloguePages(String base, String municipality, int page, int sets) {

    boolean exists() {
        return page >= 0 && page <= last();
    }

    boolean isWhole() {
        return page == 0;
    }

    int last() {
        return Math.max(1, (sets + Catalogue.PAGE - 1) / Catalogue.PAGE);
    }

    /** @return place of the first data set of the page, 0 for the first of all */
    int first() {
        return (page - 1) * Catalogue.PAGE;
    }

    /** @return address of the catalogue, the same on every page */
    String address() {
        return base + DataAddresses.CATALOGUE + (municipality == null ? "" : "?kommune=" + municipality);
    }

    /** @return address of a page of it */
    String address(int number) {
        return address() + (municipality == null ? "?" : "&") + "page=" + number;
    }

    /** @return value of a {@code Link} header with the pages around this one */
    String links() {
        return Addresses.links(page, last(), this::address);
    }
}
