package de.kreislaufstadt.workshop.task;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.process.Picture;
import de.kreislaufstadt.process.Picture.Bar;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskPreview;
import de.kreislaufstadt.survey.ParticipantGroup;
import de.kreislaufstadt.workshop.answer.WorkshopMix;
import de.kreislaufstadt.workshop.record.Answer;
import de.kreislaufstadt.workshop.record.Invitation;
import de.kreislaufstadt.workshop.record.InvitationTable;
import de.kreislaufstadt.workshop.record.Workshop;
import de.kreislaufstadt.workshop.record.WorkshopTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who comes to a workshop, by group, with the warnings of the decision table, while people are invited or answer. */
@Component
class MixPreview implements TaskPreview {

    private static final String INVITE = "invite-participants";
    private static final String CHECK = "check-registrations";

    private final WorkshopTable workshops;
    private final InvitationTable invitations;
    private final WorkshopMix mix;
    private final WorkshopOverview overview;
    private final WorkshopTexts texts;

    MixPreview(
            WorkshopTable workshops,
            InvitationTable invitations,
            WorkshopMix mix,
            WorkshopOverview overview,
            WorkshopTexts texts) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.mix = mix;
        this.overview = overview;
        this.texts = texts;
    }

    @Override
    public List<String> tasks() {
        return List.of(INVITE, CHECK);
    }

    @Override
    public Picture preview(TaskContext task, JsonNode data) {
        boolean inviting = INVITE.equals(task.taskKey());
        Workshop workshop = workshops.find(task.municipality(), task.id("workshopId"));
        Map<Integer, Invitation> stored = invitations.of(task.municipality(), workshop.id()).stream()
                .collect(Collectors.toMap(Invitation::number, Function.identity()));
        List<Invitation> list = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (JsonNode row : data.path(inviting ? "invitations" : "registrations")) {
            choice(ParticipantGroup.values(), row.path("participantGroup"))
                    .ifPresent(group -> list.add(invitation(row, group, stored, inviting)));
            if (!inviting) {
                answeredSince(row, stored).ifPresent(remarks::add);
            }
        }
        // The same people that the two tasks count when they are completed.
        List<Invitation> coming = list.stream()
                .filter(seat -> inviting
                        ? seat.answer() != Answer.DECLINED
                        : seat.answer().takesPlace())
                .toList();
        return new Picture.Mix(
                texts.of(inviting ? "mix.invited" : "mix.coming"),
                coming.size(),
                texts.of(
                        "mix.limits",
                        workshop.minParticipants(),
                        workshop.targetParticipants(),
                        workshop.maxParticipants()),
                bars(coming),
                Stream.concat(
                                remarks.stream(),
                                mix.warnings(task.municipality(), workshop, coming, list).stream()
                                        .map(overview::warningText))
                        .toList());
    }

    /** @return what has come online since the form was opened, for the clerk to see before it is completed */
    private Optional<String> answeredSince(JsonNode row, Map<Integer, Invitation> stored) {
        Answer known = choice(Answer.values(), row.path("knownAnswer")).orElse(null);
        return Optional.ofNullable(stored.get(row.path("number").asInt()))
                .filter(seat -> RegistrationRow.changedSince(
                        seat, known, row.path("online").asText(null)))
                .map(seat -> texts.of("registrations.since", seat.number(), texts.of(seat.answer())));
    }

    private static Invitation invitation(
            JsonNode row, ParticipantGroup group, Map<Integer, Invitation> stored, boolean inviting) {
        Optional<Invitation> before =
                Optional.ofNullable(stored.get(row.path("number").asInt()));
        Answer known = before.map(Invitation::answer).orElse(Answer.OPEN);
        Answer answer =
                inviting ? known : choice(Answer.values(), row.path("answer")).orElse(Answer.OPEN);
        return Invitation.open(row.path("number").asInt(), null)
                .of(row.path("organisation").asText(""), group, null, null)
                .answered(answer, null, null, null);
    }

    /** The groups that a mixed workshop brings together stand there even with nobody in them. */
    private static List<Bar> bars(List<Invitation> coming) {
        Map<ParticipantGroup, Long> counts =
                coming.stream().collect(Collectors.groupingBy(Invitation::participantGroup, Collectors.counting()));
        return Arrays.stream(ParticipantGroup.values())
                .filter(group -> WorkshopMix.isCore(group) || counts.containsKey(group))
                .map(group -> {
                    int count = counts.getOrDefault(group, 0L).intValue();
                    return new Bar(
                            group.label(), count, coming.isEmpty() ? 0 : Math.round(100f * count / coming.size()));
                })
                .toList();
    }

    private static <E extends Enum<E>> Optional<E> choice(E[] values, JsonNode text) {
        return Stream.of(values)
                .filter(value -> value.name().equals(text.asText()))
                .findFirst();
    }
}
