package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Records of completed measures, for modules that keep something as long as the record. */
public interface ClosedRecords {

    /** @return measures that are completed and for whose record the archive had answered on this day or before */
    List<UUID> closedUntil(String municipality, LocalDate day);
}
