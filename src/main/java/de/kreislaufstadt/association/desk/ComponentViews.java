package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.association.PublishedComponents.PublishedComponent.Section;
import de.kreislaufstadt.association.round.RoundState;
import de.kreislaufstadt.measure.ModelComponent;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** What the page "Modellansatz" shows. */
final class ComponentViews {

    private ComponentViews() {}

    /**
     * All components.
     *
     * @param mayAct whether the reader may begin and steer rounds
     * @param office whether the reader is of the office; members see less
     */
    record Overview(boolean mayAct, boolean office, String association, List<Line> components) {}

    /**
     * A component in one line.
     *
     * @param version newest that holds; null where none is published
     * @param round the running one; null where none runs, or the reader is not to know of it yet
     */
    record Line(ModelComponent component, String name, Integer version, LocalDate publishedOn, RoundLine round) {}

    /**
     * A round in one line.
     *
     * @param until last day for comments; null before the consultation
     * @param answered members that have commented or said that they have nothing to say
     * @param next what waits for somebody; null where nothing does
     * @param own how the reader's own city has answered; null for the office
     */
    record RoundLine(
            int number,
            RoundState state,
            String stateLabel,
            LocalDate begunOn,
            LocalDate endedOn,
            LocalDate until,
            boolean overdue,
            int asked,
            int answered,
            String own,
            Next next) {}

    /**
     * What comes next.
     *
     * @param with whose it is
     * @param due null where no day is set
     * @param waitsForYou whether the reader can do it
     * @param task the engine's id of the task it is; null where it is none of the reader's
     */
    record Next(String step, String with, LocalDate due, boolean overdue, boolean waitsForYou, String task) {}

    /** A component with its versions, the newest first, and its rounds, the newest first. */
    record Page(boolean mayAct, boolean office, Line line, List<Version> versions, List<RoundLine> rounds) {}

    /** A published version. */
    record Version(
            int version,
            String changeSummary,
            String adoptedBy,
            LocalDate adoptedOn,
            LocalDate publishedOn,
            int members,
            int commented,
            int comments,
            LocalDate withdrawnOn,
            String withdrawnReason,
            List<Section> sections) {}

    /**
     * A member in a round.
     *
     * @param why why nobody there can be asked; null where somebody can
     */
    record Member(String name, String state, String stateLabel, String why, LocalDate reminded) {}

    /** Something done in a round, with names. */
    record Done(String what, String by, String deputyFor, String note, OffsetDateTime at) {}

    /**
     * A round.
     *
     * @param members everybody who was asked; empty for members, who are told how many
     * @param states how many members are in each state, in the order of the states
     * @param answers how many comments were answered in which way; empty before the round is published, for members
     * @param own comments of the reader's own city, with the answers once the version is published
     */
    record RoundPage(
            boolean mayAct,
            boolean office,
            ModelComponent component,
            String name,
            RoundLine round,
            String returnReason,
            String cancelReason,
            String closedBy,
            List<Member> members,
            Map<String, Integer> states,
            Map<String, Integer> answers,
            List<Consolidation.Shown> own,
            List<Done> events) {}
}
