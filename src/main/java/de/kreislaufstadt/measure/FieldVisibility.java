package de.kreislaufstadt.measure;

import java.util.Map;

/**
 * Who may read which field of a record, by the decision table {@code field-visibility}. A municipality may narrow a field in
 * its own table; wider than the product allows it never gets, whatever the table says.
 */
public interface FieldVisibility {

    /** @return visibility by key of the field as {@code messages/measure.properties} names it ({@code measure.field.<key>}) */
    Map<String, Visibility> of(String municipality);
}
