package de.kreislaufstadt.department;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
    WASTE,
    /** Answers for the city what the association asks; no city need have it. */
    ASSOCIATION_COORDINATION,
    /** Of the association: drafts and consolidates the components of the model approach. */
    COMPONENT_DRAFTING,
    /** Of the association: adopts them. */
    COMPONENT_ADOPTION;

    /** Roles of the association's departments; it needs both, and cities have neither. */
    static final Set<String> OF_THE_ASSOCIATION = Set.of(COMPONENT_DRAFTING.name(), COMPONENT_ADOPTION.name());

    /** Roles whose tasks no file gives to another. */
    static final Set<String> FIXED =
            Set.of(ASSOCIATION_COORDINATION.name(), COMPONENT_DRAFTING.name(), COMPONENT_ADOPTION.name());

    /** Roles that the measure itself fills: its lead, the owner of an item, the body that decides. */
    static final List<String> OF_THE_MEASURE =
            List.of("LEAD", "LEAD_HEAD", "ITEM_DEPARTMENT", "DECISION_BODY", "ITEM_HEAD", "ITEM_DEZERNAT");

    /** @return names of the roles that departments of a city can hold, or those of the association */
    static List<String> names(boolean association) {
        return names().stream()
                .filter(name -> OF_THE_ASSOCIATION.contains(name) == association)
                .toList();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Role::name).toList();
    }
}
