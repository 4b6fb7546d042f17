package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.Texts;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The record of processing activities of a municipality (Art. 30 DSGVO), from what the modules say of their data and what
 * is set for deletion.
 *
 * @param responsible the controller
 * @param measures technical and organisational measures (Art. 32 DSGVO)
 */
record ProcessingRecord(String municipality, String responsible, List<Kinds.Kind> activities, List<String> measures) {

    private static final Texts TEXTS = Texts.of("privacy");
    private static final int MEASURES = 8;

    static ProcessingRecord of(String municipality, Municipalities municipalities, Kinds kinds) {
        return new ProcessingRecord(
                municipality,
                municipalities.nameOf(municipality),
                kinds.of(municipality),
                IntStream.rangeClosed(1, MEASURES)
                        .mapToObj(number -> TEXTS.get("privacy.record.measure." + number))
                        .toList());
    }
}
