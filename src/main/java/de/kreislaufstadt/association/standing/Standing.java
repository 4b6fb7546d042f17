package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.measure.ModelComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a city has said of a component at one time, and whether it was released.
 *
 * @param number counted per component from 1
 * @param maturity 0 to 4
 * @param content what it has adopted; null for nothing
 * @param builtOn published version; null for none
 * @param deputyForBy in whose place it was entered; null for nobody's
 * @param releasedAt when it was released last; null if never
 * @param withdrawnAt when that release was withdrawn; null while it is in force
 */
record Standing(
        UUID id,
        ModelComponent component,
        int number,
        int maturity,
        String evidence,
        Progress progress,
        String content,
        Integer builtOn,
        LocalDate asOf,
        String source,
        String enteredBy,
        String deputyForBy,
        Instant createdAt,
        Instant releasedAt,
        Instant withdrawnAt,
        String withdrawnReason) {

    /** @return whether it is released now */
    boolean released() {
        return releasedAt != null && withdrawnAt == null;
    }

    /** @return what somebody has written, by field */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("evidence", evidence);
        texts.put("content", content == null ? "" : content);
        texts.put("source", source);
        return texts;
    }
}
