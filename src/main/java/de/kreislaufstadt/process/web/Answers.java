package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.form.FormCheck;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.FormSchema;
import de.kreislaufstadt.form.FormSchemas;
import de.kreislaufstadt.process.CompletedMeanwhile;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a refused request is answered: the same words on every way in. */
@Component
public class Answers {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final MessageSource messages;
    private final FormSchemas schemas;

    Answers(MessageSource messages, FormSchemas schemas) {
        this.messages = messages;
        this.schemas = schemas;
    }

    /** Body of an answer that refuses a form. */
    public record Refusal(String type, String message, List<Entry> errors) {}

    /** One refused field: path, label, reason. */
    public record Entry(
            String field,
            @JsonInclude(JsonInclude.Include.NON_NULL) String label,
            String message) {}

    /** Body of any other refused request. */
    public record Problem(String type, String message) {}

    /** @return the refusal in the language, with the labels of the form it concerns: of its schema, else of the messages */
    public Refusal refusal(FormRefused refused, Locale locale) {
        Optional<FormSchema> form = Optional.ofNullable(refused.form()).flatMap(name -> schemas.find(name, locale));
        UnaryOperator<String> labels = form.<UnaryOperator<String>>map(schema -> schema::labelOf)
                .orElse(path -> messages.getMessage(refused.form() + ".field." + path, null, null, locale));
        List<Entry> entries = refused.problems().stream()
                .map(problem -> new Entry(problem.field(), labels.apply(problem.field()), text(problem, form, locale)))
                .toList();
        return new Refusal("FormRefused", messages.getMessage("form.title", null, locale), entries);
    }

    public Problem problem(String type, String messageKey, Locale locale, Object... arguments) {
        return new Problem(type, messages.getMessage(messageKey, arguments, locale));
    }

    /** @return who has completed the task, and when */
    public Problem completed(CompletedMeanwhile completed, Locale locale) {
        ZonedDateTime at = completed.at().atZone(ZONE);
        return problem(
                "CompletedMeanwhile",
                "process.completedMeanwhile",
                locale,
                completed.by(),
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(at),
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at));
    }

    private String text(FieldProblem problem, Optional<FormSchema> form, Locale locale) {
        // What the form expects was noted in German while it was checked.
        Object[] arguments = FormCheck.PATTERN.equals(problem.messageKey())
                ? new Object[] {
                    form.flatMap(schema -> schema.expected(problem.field())).orElse("")
                }
                : problem.arguments().toArray();
        return messages.getMessage(problem.messageKey(), arguments, problem.messageKey(), locale);
    }

    /** English for who asks for it first, German for everybody else: as the pages themselves decide. */
    public static Locale locale(String acceptLanguage) {
        if (acceptLanguage == null) {
            return Locale.GERMAN;
        }
        try {
            // Sorted by how much they are wanted.
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .findFirst()
                    .filter(Locale.ENGLISH.getLanguage()::equals)
                    .map(english -> Locale.ENGLISH)
                    .orElse(Locale.GERMAN);
        } catch (IllegalArgumentException e) {
            return Locale.GERMAN;
        }
    }
}
