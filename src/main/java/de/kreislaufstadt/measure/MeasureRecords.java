package de.kreislaufstadt.measure;

import java.util.List;
import java.util.UUID;

/** What the records of measures say now, for whoever reports about measures. */
public interface MeasureRecords {

    /** @return the measures of a municipality that are decided and not over, paused ones included, by number */
    List<Standing> running(String municipality);

    /**
     * @return the current version of a measure's record
     * @throws org.springframework.dao.EmptyResultDataAccessException if the municipality has no such measure
     */
    Current current(String municipality, UUID measureId);

    /** @return what the record and the state of a measure say now in German, to be kept with a report */
    ActionOutline outline(String municipality, UUID measureId);

    /**
     * Where a measure stands.
     *
     * @param lead key of the lead department
     * @param reason why it is in this state, as published; null where none is given
     */
    record Standing(UUID id, String number, String title, String lead, MeasureState state, String reason) {}

    /**
     * What the record says.
     *
     * @param version 1 for the first
     * @param lead key of the lead department
     */
    record Current(int version, String lead, MeasureRecord record) {}
}
