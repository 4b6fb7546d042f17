package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.SourceField.Kind;
import de.kreislaufstadt.imports.SourceRecord.Part;
import de.kreislaufstadt.measure.GermanNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of a table that has several for a measure, cell by cell. What a cell says wrongly is noted with its place and refuses the
 * measure.
 */
final class ListRow {

    private static final Pattern YEAR = Pattern.compile("20\\d{2}|2100");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    private final Draft draft;
    private final SourceRecord row;
    private final Target target;
    private final Map<String, SourceField> cells = new HashMap<>();
    private boolean sound = true;

    ListRow(Draft draft, SourceRecord row, Target target) {
        this.draft = draft;
        this.row = row;
        this.target = target;
        row.fields().forEach(field -> cells.putIfAbsent(key(row.part(), field), field));
    }

    /** @return which column the field stands in */
    static String key(Part part, SourceField field) {
        return ListColumn.find(part, field.path()).orElseThrow().key();
    }

    /** @return whether no cell that was asked for until now was refused */
    boolean isSound() {
        return sound;
    }

    boolean says(String key) {
        return field(key).isPresent();
    }

    /** @return the text, null if there is none */
    String text(String key, int longest) {
        String text = field(key)
                .map(field -> CleanText.of(field.text(), longest <= Target.TITLE.longest())
                        .text())
                .orElse(null);
        if (text != null && text.length() > longest) {
            refuse(key, "form.maxLength", longest, text.length());
        }
        return text;
    }

    /** @return the text; refuses the row if there is none */
    String required(String key, int longest) {
        String text = text(key, longest);
        if (text == null) {
            refuse(key, "form.required");
        }
        return text;
    }

    BigDecimal number(String key) {
        return field(key)
                .map(field -> {
                    try {
                        return number(field);
                    } catch (NumberFormatException e) {
                        refuse(key, "imports.list.noNumber");
                        return null;
                    }
                })
                .orElse(null);
    }

    /** @return the amount in euros with at most two decimals */
    BigDecimal euros(String key, BigDecimal least) {
        BigDecimal amount = number(key);
        boolean fits = amount == null
                || amount.stripTrailingZeros().scale() <= 2
                        && amount.compareTo(least) >= 0
                        && amount.compareTo(PlanCells.MOST) <= 0;
        if (!fits) {
            refuse(key, "imports.list.noAmount");
        }
        return amount;
    }

    Integer year(String key) {
        return field(key)
                .map(field -> {
                    String said = field.text().strip();
                    if (YEAR.matcher(said).matches()) {
                        return Integer.valueOf(said);
                    }
                    refuse(key, "imports.year.unreadable");
                    return null;
                })
                .orElse(null);
    }

    LocalDate day(String key) {
        return field(key)
                .map(field -> Values.day(field.text()).orElseGet(() -> {
                    refuse(key, "imports.day.unreadable");
                    return null;
                }))
                .orElse(null);
    }

    LocalDate requiredDay(String key) {
        if (!says(key)) {
            refuse(key, "form.required");
        }
        return day(key);
    }

    String address(String key, int longest) {
        String address = text(key, longest);
        if (address != null && !ADDRESS.matcher(address).matches()) {
            refuse(key, "imports.list.noAddress");
        }
        return address;
    }

    /** @return the choice, null if none is named */
    <E extends Enum<E>> E choice(String key, Class<E> choices, String prefix) {
        return field(key)
                .map(field -> Vocabulary.find(choices, prefix, field.text()).orElseGet(() -> {
                    refuse(key, "imports.word.unknown", field.text());
                    return null;
                }))
                .orElse(null);
    }

    <E extends Enum<E>> List<E> choices(String key, Class<E> choices, String prefix) {
        return field(key)
                .map(field -> Vocabulary.findAll(choices, prefix, field.text().replace(',', ';'))
                        .orElseGet(() -> {
                            refuse(key, "imports.word.unknown", field.text());
                            return Set.of();
                        }))
                .map(List::copyOf)
                .orElse(List.of());
    }

    /** The cell makes it impossible to take the measure. */
    void refuse(String key, String messageKey, Object... arguments) {
        sound = false;
        if (cells.containsKey(key) && cells.get(key).kind() == Kind.FORMULA) {
            // Refused as what it is already.
            return;
        }
        draft.refuse(
                target.path() + "[" + row.position() + "]." + key,
                Optional.ofNullable(cells.get(key)).map(SourceField::text).orElse(null),
                messageKey,
                arguments);
    }

    private BigDecimal number(SourceField field) {
        String text = field.text().strip();
        boolean decimalPoint = field.kind() == Kind.NUMBER || ListColumn.isForPrograms(row.part(), field.path());
        return decimalPoint ? new BigDecimal(text.replace(',', '.')) : GermanNumber.parse(text);
    }

    private Optional<SourceField> field(String key) {
        return Optional.ofNullable(cells.get(key)).filter(field -> !field.isBlank() && field.kind() != Kind.FORMULA);
    }
}
