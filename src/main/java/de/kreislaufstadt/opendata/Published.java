package de.kreislaufstadt.opendata;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.ReleasedMeasures.Entry;
import de.kreislaufstadt.website.PublicAddresses;
import java.time.Instant;

/**
 * A released measure of a municipality, as every format of the open data hands it out.
 *
 * @param base address of the installation, without a slash at the end
 */
record Published(Municipality municipality, Entry entry, String base) {

    ReleasedMeasure content() {
        return entry.content();
    }

    LiveState live() {
        return entry.live();
    }

    String number() {
        return content().number();
    }

    /** @return address of its page */
    String address() {
        return base + PublicAddresses.measure(municipality.id(), entry.slug());
    }

    /** @return when its data changed last: with the release of its version, or since then because something came true */
    Instant modified() {
        Instant lived = entry.live() == null ? null : entry.live().changedAt();
        return lived == null || lived.isBefore(entry.releasedAt()) ? entry.releasedAt() : lived;
    }

    /** @return what programs read of it */
    Document document() {
        return new Document(
                base + DataAddresses.SCHEMA,
                new Place(municipality.id(), municipality.name(), municipality.officialKey()),
                number(),
                address(),
                entry.version(),
                entry.releasedAt(),
                entry.firstReleasedAt(),
                municipality.catalogue().licence(),
                entry.live(),
                entry.content());
    }

    /** The municipality a measure belongs to. */
    record Place(String id, String name, String officialKey) {}

    /**
     * The one form in which a measure is handed out as JSON; {@code measure.schema.json} describes it.
     *
     * @param live null until the process has said something
     */
    @JsonPropertyOrder({
        "schema",
        "municipality",
        "number",
        "address",
        "version",
        "releasedAt",
        "firstReleasedAt",
        "licence",
        "live",
        "record"
    })
    record Document(
            String schema,
            Place municipality,
            String number,
            String address,
            int version,
            Instant releasedAt,
            Instant firstReleasedAt,
            String licence,
            LiveState live,
            ReleasedMeasure record) {}
}
