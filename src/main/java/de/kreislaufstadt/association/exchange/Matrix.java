package de.kreislaufstadt.association.exchange;

import static java.util.stream.Collectors.groupingBy;

import de.kreislaufstadt.association.Member;
import de.kreislaufstadt.association.Member.SizeClass;
import de.kreislaufstadt.association.exchange.ReachTable.Reach;
import de.kreislaufstadt.association.exchange.Sight.Seen;
import de.kreislaufstadt.association.standing.Progress;
import de.kreislaufstadt.association.standing.ReleasedStandings;
import de.kreislaufstadt.association.standing.ReleasedStandings.Released;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Municipalities against components: how far each says it is, from what it has released and nothing else. */
@Service
class Matrix {

    private final ReleasedStandings standings;
    private final ReachTable reaches;
    private final Clock clock;
    private final Texts texts = Texts.of("association");
    private final Texts components = Texts.of("measure");

    Matrix(ReleasedStandings standings, ReachTable reaches, Clock clock) {
        this.standings = standings;
        this.reaches = reaches;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param size null for all
     * @param caseCities whether only case cities are asked for
     * @param sort component whose maturity sorts; null for the name
     */
    record Wanted(SizeClass size, boolean caseCities, ModelComponent sort, boolean descending) {}

    /** @param others whether the reader sees other cities; who does not is told why there is one row */
    record Page(boolean others, List<Column> columns, List<Line> rows) {}

    record Column(ModelComponent component, String label) {}

    /**
     * A municipality.
     *
     * @param own whether it is the reader's
     * @param released whether it has released anything
     * @param note why there is nothing, in words; null where there is something
     * @param cells one per component; null where it has not released that
     */
    record Line(
            UUID member,
            String name,
            SizeClass size,
            String sizeLabel,
            boolean caseCity,
            boolean own,
            boolean released,
            String note,
            List<Cell> cells) {}

    /**
     * @param maturity 0 to 4
     * @param word the same as a word
     * @param withdrawn that the version it is built on is withdrawn, as a sentence; null while that holds
     */
    record Cell(
            int maturity,
            String word,
            Progress progress,
            String progressLabel,
            Integer builtOn,
            String withdrawn,
            LocalDate asOf) {}

    /** What stands behind a cell. */
    record Detail(String label, Cell cell, String evidence, String content, String source) {}

    @Transactional(readOnly = true)
    public Page page(Seen seen, Wanted wanted) {
        Map<String, List<Released>> released =
                standings.of(seen.cities()).stream().collect(groupingBy(Released::municipality));
        Map<String, Reach> reach = reaches.of(seen.cities(), LocalDate.now(clock));
        List<Line> rows = seen.members().stream()
                .filter(member -> wanted.size() == null || member.sizeClass() == wanted.size())
                .filter(member -> !wanted.caseCities() || member.caseCity())
                .map(member -> line(member, seen, released, reach))
                .sorted(order(wanted))
                .toList();
        return new Page(seen.others(), columns(), rows);
    }

    /**
     * @return what a municipality has released, in the order of the components
     * @throws InterventionRefused if the reader does not see such a member
     */
    @Transactional(readOnly = true)
    public List<Detail> details(Seen seen, UUID member) {
        Member found = seen.members().stream()
                .filter(one -> one.id().equals(member))
                .findFirst()
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "association.exchange.noMember"));
        return standings.of(List.of(found.municipality())).stream()
                .sorted(Comparator.comparing(Released::component))
                .map(one -> new Detail(label(one.component()), cell(one), one.evidence(), one.content(), one.source()))
                .toList();
    }

    private List<Column> columns() {
        return Arrays.stream(ModelComponent.values())
                .map(component -> new Column(component, label(component)))
                .toList();
    }

    private String label(ModelComponent component) {
        return components.name("measure.modelComponent", component);
    }

    private Line line(Member member, Seen seen, Map<String, List<Released>> all, Map<String, Reach> reach) {
        List<Released> released = all.getOrDefault(member.municipality(), List.of());
        List<Cell> cells = Arrays.stream(ModelComponent.values())
                .map(component -> released.stream()
                        .filter(one -> one.component() == component)
                        .findFirst()
                        .map(this::cell)
                        .orElse(null))
                .toList();
        String note = released.isEmpty()
                ? texts.name("association.exchange.reach", reach.getOrDefault(member.municipality(), Reach.NOT_HERE))
                : null;
        return new Line(
                member.id(),
                member.name(),
                member.sizeClass(),
                texts.name("association.exchange.size", member.sizeClass()),
                member.caseCity(),
                member.municipality().equals(seen.own()),
                !released.isEmpty(),
                note,
                cells);
    }

    private Cell cell(Released one) {
        return new Cell(
                one.maturity(),
                texts.get("association.exchange.maturity." + one.maturity()),
                one.progress(),
                texts.name("association.exchange.progress", one.progress()),
                one.builtOn(),
                one.withdrawnOn() == null
                        ? null
                        : texts.get("association.standing.builtOnWithdrawn", one.builtOn(), one.withdrawnReason()),
                one.asOf());
    }

    /** What is not released comes last, whichever way is sorted. */
    private static Comparator<Line> order(Wanted wanted) {
        Collator german = Collator.getInstance(Locale.GERMAN);
        Comparator<Line> byName = Comparator.comparing(Line::name, german);
        if (wanted.sort() == null) {
            return wanted.descending() ? byName.reversed() : byName;
        }
        int column = wanted.sort().ordinal();
        Comparator<Integer> levels = wanted.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        Comparator<Line> byLevel = Comparator.comparing(
                line -> line.cells().get(column) == null
                        ? null
                        : line.cells().get(column).maturity(),
                Comparator.nullsLast(levels));
        return byLevel.thenComparing(byName);
    }
}
