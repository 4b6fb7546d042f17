package de.kreislaufstadt.imports;

import java.util.Map;

/**
 * What an import has to know of the municipality.
 *
 * @param key key of the municipality
 * @param name its name
 * @param fieldsOfAction names of the fields of action by code
 * @param departments names of the departments by key
 * @param steps names of the steps that measures may have behind them, by id
 */
record City(
        String key,
        String name,
        Map<String, String> fieldsOfAction,
        Map<String, String> departments,
        Map<String, String> steps) {

    City {
        fieldsOfAction = Map.copyOf(fieldsOfAction);
        departments = Map.copyOf(departments);
        steps = Map.copyOf(steps);
    }
}
