package de.kreislaufstadt.workshop.answer;

import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.survey.ParticipantGroup;
import de.kreislaufstadt.survey.Stakeholder;
import de.kreislaufstadt.survey.Stakeholders;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.Warning;
import de.kreislaufstadt.workshop.record.Workshop;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks the decision table {@code workshop-mix} whether the right people come, and names whom each warning is about. */
@Component
public class WorkshopMix {

    /** The groups a mixed workshop brings together; inputs of the decision table by name. */
    private static final Map<ParticipantGroup, String> CORE_GROUPS = Map.of(
            ParticipantGroup.BUSINESS, "business",
            ParticipantGroup.CHAMBER, "chamber",
            ParticipantGroup.ASSOCIATION, "association",
            ParticipantGroup.ADMINISTRATION, "administration",
            ParticipantGroup.UNIVERSITY, "university");

    private final Decisions decisions;
    private final Stakeholders stakeholders;

    WorkshopMix(Decisions decisions, Stakeholders stakeholders) {
        this.decisions = decisions;
        this.stakeholders = stakeholders;
    }

    /** @return whether a mixed workshop needs somebody of the group */
    public static boolean isCore(ParticipantGroup group) {
        return CORE_GROUPS.containsKey(group);
    }

    public List<Stakeholder> keyPlayers(String municipality, UUID measureId) {
        return stakeholders.keyPlayers(municipality, measureId);
    }

    /**
     * @param coming those who take a place
     * @param invited all invitations, whatever the answer
     * @return what to warn of, in the order of the decision table
     */
    public List<Warning> warnings(
            String municipality, Workshop workshop, List<Invitation> coming, List<Invitation> invited) {
        Map<ParticipantGroup, Long> byGroup =
                coming.stream().collect(Collectors.groupingBy(Invitation::participantGroup, Collectors.counting()));
        List<String> missing = uninvited(municipality, workshop.measureId(), invited);
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("kind", workshop.kind().name());
        inputs.put("accepted", coming.size());
        inputs.put("minimum", workshop.minParticipants());
        inputs.put("maximum", workshop.maxParticipants());
        CORE_GROUPS.forEach((group, input) ->
                inputs.put(input, byGroup.getOrDefault(group, 0L).intValue()));
        inputs.put(
                "largestGroup",
                byGroup.values().stream().mapToInt(Long::intValue).max().orElse(0));
        inputs.put("uninvitedKeyPlayers", missing.size());
        return decisions.evaluate(municipality, "workshop-mix", inputs).stream()
                .map(row -> Warning.Code.valueOf(row.get("warning").toString()))
                .flatMap(code -> named(code, byGroup, missing))
                .toList();
    }

    private static Stream<Warning> named(
            Warning.Code code, Map<ParticipantGroup, Long> byGroup, List<String> missingKeyPlayers) {
        Function<ParticipantGroup, Warning> aboutGroup = group -> new Warning(code, group, null);
        return switch (code) {
            case TOO_FEW, WAITING_LIST -> Stream.of(new Warning(code, null, null));
            case GROUP_MISSING ->
                CORE_GROUPS.keySet().stream()
                        .sorted()
                        .filter(group -> !byGroup.containsKey(group))
                        .map(aboutGroup);
            case OVERWEIGHT ->
                byGroup.entrySet().stream()
                        .max(Comparator.comparingLong(Map.Entry::getValue))
                        .map(entry -> aboutGroup.apply(entry.getKey()))
                        .stream();
            case KEY_PLAYER_MISSING -> missingKeyPlayers.stream().map(name -> new Warning(code, null, name));
        };
    }

    private List<String> uninvited(String municipality, UUID measureId, List<Invitation> invited) {
        Set<String> names =
                invited.stream().map(i -> comparable(i.organisation())).collect(Collectors.toSet());
        return keyPlayers(municipality, measureId).stream()
                .map(Stakeholder::organisation)
                .filter(organisation -> !names.contains(comparable(organisation)))
                .distinct()
                .toList();
    }

    /** Clerks type names by hand: case and spacing must not make two organisations of one. */
    private static String comparable(String organisation) {
        return organisation.strip().replaceAll("\\s+", " ").toLowerCase(Locale.GERMAN);
    }
}
