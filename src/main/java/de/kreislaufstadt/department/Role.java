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
    ARCHIVE,
    /** Signs what is about buildings. */
    BUILDING_MANAGEMENT,
    /** Signs what is about buildings and land. */
    PLANNING,
    /** Signs what is about food and nature. */
    ENVIRONMENT,
    /** Signs what is about food. */
    PUBLIC_HEALTH,
    /** Signs what is about food in canteens. */
    CANTEENS,
    /** Signs what takes money of the city's budget. */
    FINANCE,
    /** Signs what is bought. */
    LEGAL,
    /** Signs what is bought. */
    PROCUREMENT,
    /** Signs what is published. */
    COMMUNICATION,
    /** Signs what needs new personal data. */
    DATA_PROTECTION,
    /** Signs what is about waste. */
    WASTE;

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
