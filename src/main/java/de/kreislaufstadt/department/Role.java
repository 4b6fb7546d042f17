package de.kreislaufstadt.department;

import java.util.Arrays;
import java.util.List;

/** Roles that a department can hold; the decision table {@code task-routing} assigns tasks to them. */
enum Role {
    /** Controls the programme, reviews proposals, holds the data for publication. */
    CLIMATE_UNIT,
    /** Enters the decisions of the council and its committees. */
    COUNCIL_SERVICE,
    /** Moderates the workshops. */
    MODERATION,
    /** Networks and promotes in the business community. */
    ECONOMIC_DEVELOPMENT,
    /** Receives the closed record. */
    ARCHIVE;

    /** Roles that the measure itself fills: its lead, the owner of an item, the body that decides. */
    static final List<String> OF_THE_MEASURE =
            List.of("LEAD", "LEAD_HEAD", "ITEM_DEPARTMENT", "DECISION_BODY", "ITEM_HEAD", "ITEM_DEZERNAT");

    static boolean exists(String name) {
        return names().contains(name);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Role::name).toList();
    }
}
