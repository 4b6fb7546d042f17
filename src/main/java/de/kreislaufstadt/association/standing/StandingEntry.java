package de.kreislaufstadt.association.standing;

import de.kreislaufstadt.association.PublishedComponents.PublishedComponent;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.form.StorableText;
import de.kreislaufstadt.measure.ModelComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody enters about a component; everything may be missing or wrong.
 *
 * @param maturity 0 to 4, a whole number
 * @param builtOn number of a published version; null for none
 */
record StandingEntry(
        BigDecimal maturity,
        String evidence,
        String progress,
        String content,
        Integer builtOn,
        LocalDate asOf,
        String source) {

    private static final int HIGHEST = 4;
    private static final int LONGEST_EVIDENCE = 4000;
    private static final int LONGEST_CONTENT = 20_000;
    private static final int LONGEST_SOURCE = 300;

    /** The model approach is younger. */
    private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    /** The same, found right. */
    record Checked(
            int maturity,
            String evidence,
            Progress progress,
            String content,
            Integer builtOn,
            LocalDate asOf,
            String source) {}

    /**
     * @param versions published versions of the component, withdrawn ones included
     * @param before version that the row before is built on; null for none
     * @throws FormRefused with every field that is wrong
     */
    Checked checked(List<PublishedComponent> versions, Integer before, LocalDate today) {
        Problems problems = new Problems();
        Optional<Integer> level = level();
        problems.check(level.isPresent(), "maturity", "association.standing.maturity.wrong");
        String said = text(problems, "evidence", evidence, LONGEST_EVIDENCE);
        problems.check(said != null, "evidence", "association.standing.evidence.missing");
        Optional<Progress> how = Arrays.stream(Progress.values())
                .filter(one -> one.name().equals(progress))
                .findFirst();
        problems.check(how.isPresent(), "progress", "association.standing.progress.wrong");
        String adopted = text(problems, "content", content, LONGEST_CONTENT);
        problems.check(
                adopted != null || how.filter(Progress.ADOPTED::equals).isEmpty(),
                "content",
                "association.standing.content.missing");
        checkVersion(problems, versions, before);
        problems.check(asOf != null, "asOf", "association.standing.asOf.missing");
        problems.check(asOf == null || !asOf.isAfter(today), "asOf", "association.standing.asOf.future");
        problems.check(asOf == null || !asOf.isBefore(EARLIEST), "asOf", "association.standing.asOf.early");
        String whence = text(problems, "source", source, LONGEST_SOURCE);
        problems.check(whence != null, "source", "association.standing.source.missing");
        problems.throwIfAny();
        return new Checked(level.orElseThrow(), said, how.orElseThrow(), adopted, builtOn, asOf, whence);
    }

    /** @throws FormRefused if there is no such component */
    static ModelComponent component(String name) {
        return Arrays.stream(ModelComponent.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> FormRefused.at("component", "association.standing.component.unknown"));
    }

    private Optional<Integer> level() {
        return Optional.ofNullable(maturity)
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(HIGHEST)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** What was built on a version that is withdrawn since goes on saying so; nothing is begun on it. */
    private void checkVersion(Problems problems, List<PublishedComponent> versions, Integer before) {
        if (builtOn == null) {
            return;
        }
        Optional<PublishedComponent> version =
                versions.stream().filter(one -> one.version() == builtOn).findFirst();
        problems.check(version.isPresent(), "builtOn", "association.standing.builtOn.unknown");
        version.ifPresent(one -> problems.check(
                one.withdrawnOn() == null || builtOn.equals(before),
                "builtOn",
                "association.standing.builtOn.withdrawn",
                one.version()));
    }

    /** @return the text without what surrounds it; null for none */
    static String text(Problems problems, String field, String value, int longest) {
        String text = value == null || value.isBlank() ? null : value.strip();
        if (text != null) {
            problems.check(text.length() <= longest, field, "association.standing.tooLong", longest);
            problems.check(text.codePoints().allMatch(StorableText::takes), field, "association.standing.characters");
        }
        return text;
    }
}
