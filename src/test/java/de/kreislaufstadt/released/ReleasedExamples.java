package de.kreislaufstadt.released;

import de.kreislaufstadt.released.LiveState.NextStep;
import de.kreislaufstadt.released.LiveState.Stay;
import de.kreislaufstadt.released.ReleasedMeasure.ActionTable;
import de.kreislaufstadt.released.ReleasedMeasure.Carriers;
import de.kreislaufstadt.released.ReleasedMeasure.Effects;
import de.kreislaufstadt.released.ReleasedMeasure.Finance;
import de.kreislaufstadt.released.ReleasedMeasure.Heading;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import de.kreislaufstadt.released.ReleasedMeasure.Pathway;
import de.kreislaufstadt.released.ReleasedMeasure.Schedule;
import de.kreislaufstadt.released.ReleasedMeasure.Term;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Released measures for tests of what is made of them: one that says a lot, and one that says next to nothing. */
public final class ReleasedExamples {

    public static final String MUNICIPALITY = "muenster";

    private static final SourceNote CONTRACT =
            new SourceNote("Klimastadtvertrag", "Tabelle B-2.2", LocalDate.of(2024, 3, 26), null);
    private static final SourceNote PAPER =
            new SourceNote("Ratsvorlage V/0573/2024", null, LocalDate.of(2024, 10, 30), null);

    private ReleasedExamples() {}

    /** @return a measure about which two sources contradict each other, with everything that a page can show */
    public static ReleasedMeasure rich() {
        return new ReleasedMeasure(
                "WW-09",
                "initiative9",
                new Heading("Kreislaufstadt", null, "Die Stadt sucht mit Partnern Wege in eine Kreislaufwirtschaft."),
                "Wissen wird aufgebaut, der Bestand erhoben.\n\nWorkshops führen zu Starterprojekten.",
                new Pathway(
                        new Term("ECONOMY_SCIENCE", "Wirtschaft und Wissenschaft", "Wirtschaft & Wissenschaft"),
                        new Term("NETWORK", null, null),
                        List.of("BUILDING", "FOOD"),
                        List.of("LEARNING"),
                        List.of("R2", "R3"),
                        null),
                new Effects(
                        stated(without("NOT_RELEVANT")),
                        stated(without("NOT_RELEVANT")),
                        stated(without("NOT_STATED")),
                        new Stated<>(
                                euros("10000"), PAPER, List.of(new Stated.Other<>(without("NOT_STATED"), CONTRACT)))),
                new Carriers(
                        new Stated<>(
                                "Wirtschaftsförderung",
                                PAPER,
                                List.of(new Stated.Other<>("Stadtverwaltung", CONTRACT))),
                        "Wirtschaftsförderung",
                        "kreislauf@stadt.example",
                        List.of("Amt für Grünflächen, Umwelt und Nachhaltigkeit"),
                        List.of("Partnerkommune 07"),
                        new Term("CITY", null, null)),
                new Schedule(LocalDate.of(2023, 7, 1), null, new Stated<>(null, CONTRACT, List.of())),
                new Finance(
                        "SUBSIDIARY_PLAN",
                        null,
                        List.of(
                                new ReleasedParts.PlanRow(2025, new BigDecimal("10000"), null, null),
                                new ReleasedParts.PlanRow(null, new BigDecimal("15000"), null, null)),
                        List.of()),
                List.of(new ReleasedParts.Indicator(
                        "Starterprojekte",
                        "MEASURABLE",
                        "Stück",
                        BigDecimal.ZERO,
                        new BigDecimal("4"),
                        null,
                        2027,
                        List.of(
                                new ReleasedParts.Observation(
                                        LocalDate.of(2024, 12, 31), BigDecimal.ONE, null, "Sachstand"),
                                new ReleasedParts.Observation(
                                        LocalDate.of(2025, 12, 31), new BigDecimal("2"), null, "Sachstand")))),
                List.of(new ReleasedParts.Decision(
                        "MEASURE",
                        "Rat der Stadt",
                        LocalDate.of(2024, 10, 30),
                        "APPROVE",
                        List.of("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION"),
                        List.of("Jährlicher Bericht an den Umweltausschuss"),
                        null,
                        "V/0573/2024",
                        null)),
                List.of(new ReleasedParts.Project(
                        "Bauteilbörse",
                        "Bauteile werden wieder eingebaut.",
                        "BUILDING",
                        "Handwerksverband",
                        List.of("NETWORKER", "PROMOTER"),
                        LocalDate.of(2026, 1, 1),
                        18,
                        new BigDecimal("78.75"),
                        null,
                        List.of(new ReleasedParts.Milestone(
                                "Lager eröffnet", LocalDate.of(2026, 9, 30), "RUNNING", 40)),
                        null)),
                null,
                List.of(new ReleasedParts.StatusReport(
                        LocalDate.of(2025, 12, 31), "Zwei Workshops fanden statt.", null, "ON_PLAN")),
                List.of(new ReleasedParts.Event(
                        LocalDate.of(2025, 5, 14),
                        "WORKSHOP_HELD",
                        "Erster Workshop",
                        "Ideen für Bau und Lebensmittel.",
                        List.of(new ReleasedParts.Count("BUSINESS", 10), new ReleasedParts.Count("UNIVERSITY", 5)))),
                null,
                new Participation("Ideen sind willkommen.", null),
                null,
                List.of(CONTRACT, PAPER),
                new ActionTable(
                        "Kreislaufstadt",
                        "Netzwerk",
                        "Modellansatz für kommunale Kreislaufwirtschaft",
                        "Wirtschaft & Wissenschaft",
                        "Lernen",
                        null,
                        "Stadtverwaltung",
                        "Stadtgebiet",
                        "Partnerkommunen",
                        null,
                        without("NOT_RELEVANT"),
                        without("NOT_RELEVANT"),
                        without("NOT_STATED"),
                        without("NOT_STATED")));
    }

    /** @return the measure under another title */
    public static ReleasedMeasure titled(ReleasedMeasure measure, String title) {
        Heading heading = new Heading(
                title, measure.heading().shortTitle(), measure.heading().summary());
        return with(measure, "heading", heading);
    }

    /**
     * @param component name of a component of a released measure
     * @return the same measure but for this component
     */
    public static ReleasedMeasure with(ReleasedMeasure measure, String component, Object value) {
        RecordComponent[] components = ReleasedMeasure.class.getRecordComponents();
        if (Stream.of(components).noneMatch(one -> one.getName().equals(component))) {
            throw new IllegalArgumentException(component);
        }
        try {
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(measure);
            }
            return ReleasedMeasure.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return a measure of which hardly anything is stated */
    public static ReleasedMeasure bare() {
        Stated<StatedValue> nothing = stated(without("NOT_STATED"));
        return new ReleasedMeasure(
                "EE-03",
                null,
                new Heading("=Solar \"auf\", Dächern", null, "Angaben folgen."),
                "Angaben folgen.",
                new Pathway(
                        new Term("ENERGY", "Energieerzeugung", null),
                        new Term("OTHER", null, null),
                        null,
                        null,
                        null,
                        null),
                new Effects(nothing, nothing, nothing, nothing),
                new Carriers(
                        new Stated<>("Stadtverwaltung", CONTRACT, null),
                        "Stabsstelle Klima",
                        null,
                        null,
                        null,
                        new Term("CITY", null, null)),
                new Schedule(LocalDate.of(2025, 1, 1), null, new Stated<>(null, CONTRACT, null)),
                new Finance("NONE", null, null, null),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(CONTRACT),
                null);
    }

    /** @return a measure in its workshops, with a step that waits until the day */
    public static LiveState inWorkshops(LocalDate due) {
        return new LiveState(
                "WORKSHOPS",
                "WORKSHOPS",
                Instant.parse("2025-03-01T08:00:00Z"),
                List.of("KNOWLEDGE", "STATUS_QUO", "WORKSHOPS", "STARTER_PROJECTS", "IMPLEMENTATION"),
                List.of(
                        new Stay("KNOWLEDGE", LocalDate.of(2024, 11, 1), LocalDate.of(2025, 1, 15)),
                        new Stay("STATUS_QUO", LocalDate.of(2025, 1, 15), LocalDate.of(2025, 3, 1)),
                        new Stay("WORKSHOPS", LocalDate.of(2025, 3, 1), null)),
                new NextStep("prepare-workshop", "Wirtschaftsförderung", due),
                Instant.parse("2025-03-01T08:00:00Z"));
    }

    private static Stated<StatedValue> stated(StatedValue value) {
        return new Stated<>(value, CONTRACT, List.of());
    }

    private static StatedValue without(String status) {
        return new StatedValue(
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                CONTRACT.document(),
                CONTRACT.asOf());
    }

    private static StatedValue euros(String number) {
        return new StatedValue(
                "VALUE",
                new BigDecimal(number),
                null,
                null,
                "EQUAL",
                "EUR",
                null,
                2025,
                false,
                null,
                null,
                PAPER.document(),
                PAPER.asOf());
    }
}
