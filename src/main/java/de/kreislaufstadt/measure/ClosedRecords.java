package de.kreislaufstadt.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Records of measures that are over and were offered to the archive, for modules that keep something as long as the record. */
public interface ClosedRecords {

    /** @return measures that are completed and for whose record the archive had answered on this day or before */
    List<UUID> completedUntil(String municipality, LocalDate day);

    /** @return the same for measures that were rejected, cancelled or merged into another one */
    List<UUID> endedUntil(String municipality, LocalDate day);
}
