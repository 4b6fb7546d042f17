package de.kreislaufstadt.website;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.released.ReleasedMeasure.Term;
import de.kreislaufstadt.released.SourceNote;
import de.kreislaufstadt.released.StatedValue;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts codes, values and days into words of the reader's language. */
public final class Words {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Texts TEXTS = Texts.of("website");
    private static final String PREFIX = "website.";
    private static final String EVENT = "event";
    private static final String STEP = "STEP_";
    private static final int MONTH_LENGTH = 7;

    private final LocalDate today;

    /** @param today in Berlin; what was due before is overdue */
    Words(LocalDate today) {
        this.today = today;
    }

    public LocalDate today() {
        return today;
    }

    /** @param key without the name of the module */
    public String text(String key, Object... arguments) {
        return TEXTS.get(PREFIX + key, arguments);
    }

    /** @return the word for a code; the code itself where the product has none; empty for null */
    public String code(String kind, String code) {
        if (code != null && kind.equals(EVENT) && code.startsWith(STEP)) {
            String step = code.substring(STEP.length()).toLowerCase(Locale.ROOT).replace('_', '-');
            return text("timeline.step", step(step));
        }
        return code == null ? "" : TEXTS.getOr(PREFIX + kind + "." + code, code);
    }

    /** @return the words for codes, with commas */
    public String codes(String kind, List<String> codes) {
        return String.join(", ", codes.stream().map(code -> code(kind, code)).toList());
    }

    /** @return what a municipality calls a term of its own, else the product's word; empty for null */
    public String term(String kind, Term term) {
        if (term == null) {
            return "";
        }
        String word = code(kind, term.code());
        return word.equals(term.code()) && term.label() != null ? term.label() : word;
    }

    /** @return what a released field is called; of what has no name of its own, what it is part of */
    public String path(String path) {
        for (String part = path; ; part = part.substring(0, part.lastIndexOf('.'))) {
            String name = TEXTS.getOr(PREFIX + "path." + part, "");
            if (!name.isEmpty() || part.indexOf('.') < 0) {
                return name.isEmpty() ? path : name;
            }
        }
    }

    /** @return the public words for a step */
    public String step(String step) {
        return TEXTS.getOr(PREFIX + "step." + step, text("step.other"));
    }

    /** @return e.g. 14. Mai 2026; empty for null */
    public String day(LocalDate day) {
        return day == null ? "" : format("d. MMMM uuuu", "d MMMM uuuu").format(day);
    }

    /** @return the day in Berlin */
    public String day(Instant moment) {
        return moment == null ? "" : day(LocalDate.ofInstant(moment, BERLIN));
    }

    /** @param planned a day or a month as it is released; null where no source names one */
    public String planned(String planned) {
        if (planned == null) {
            return text("value.none");
        }
        return planned.length() == MONTH_LENGTH
                ? format("MMMM uuuu", "MMMM uuuu").format(YearMonth.parse(planned))
                : day(LocalDate.parse(planned));
    }

    public String number(BigDecimal number) {
        if (number == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(ReadersLanguage.numbers());
        format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
        return format.format(number);
    }

    /** @return a sum of money; whole euros without cents */
    public String euros(BigDecimal amount) {
        return amount == null ? text("value.none") : amount(amount, "EUR");
    }

    /** @return number and unit */
    public String amount(BigDecimal number, String unit) {
        String written = unit != null && unit.startsWith("EUR") ? money(number) : number(number);
        return written + "\u00a0" + code("unit", unit);
    }

    /** @return the statement in words; a number only where one is stated */
    public String value(StatedValue value) {
        if (value == null) {
            return text("value.notPublic");
        }
        return switch (value.status()) {
            case "VALUE" -> sign(value.operator()) + with(value, amount(value.number(), value.unit()));
            case "RANGE" -> with(value, text("value.range", number(value.from()), amount(value.to(), value.unit())));
            case "SEE_REFERENCE" ->
                value.reference() == null ? code("status", value.status()) : text("value.see", value.reference());
            default -> code("status", value.status());
        };
    }

    /** @return where something stands, with its day; empty for null */
    public String source(SourceNote source) {
        return source == null ? "" : text("value.source", document(source), day(source.asOf()));
    }

    /** @return the same, where another source says something else */
    public String otherSource(SourceNote source) {
        return text("value.other", document(source), day(source.asOf()));
    }

    private static String document(SourceNote source) {
        return source.place() == null ? source.document() : source.document() + ", " + source.place();
    }

    private String sign(String operator) {
        return operator == null || operator.equals("EQUAL") ? "" : code("operator", operator) + " ";
    }

    private String with(StatedValue value, String amount) {
        List<String> parts = new ArrayList<>(List.of(amount));
        if (value.baseYear() != null) {
            parts.add(text("value.compared", value.baseYear().toString()));
        }
        if (value.targetYear() != null) {
            parts.add(text("value.until", value.targetYear().toString()));
        }
        if (value.cumulative()) {
            parts.add(text("value.cumulative"));
        }
        return String.join(", ", parts);
    }

    private static String money(BigDecimal amount) {
        NumberFormat format = NumberFormat.getNumberInstance(ReadersLanguage.numbers());
        int digits = amount.stripTrailingZeros().scale() > 0 ? 2 : 0;
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(amount);
    }

    private static DateTimeFormatter format(String german, String english) {
        Locale language = ReadersLanguage.numbers();
        return DateTimeFormatter.ofPattern(ReadersLanguage.isEnglish() ? english : german, language);
    }
}
