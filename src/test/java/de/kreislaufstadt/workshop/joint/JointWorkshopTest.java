package de.kreislaufstadt.workshop.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.workshop.MemberCities.City;
import de.kreislaufstadt.workshop.WorkshopRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workshop of three cities, and what the two that are not at home there may read of it at which step. */
class JointWorkshopTest {

    private static final String CLERK = "wfm-sachbearbeitung";
    private static final String HEAD = "wfm-leitung";
    private static final String MODERATION = "difu-sachbearbeitung";
    private static final String SEVENTH = "partner07";
    private static final String EIGHTH = "partner08";

    private static WorkshopRoom room;

    @BeforeAll
    static void open() {
        room = new WorkshopRoom();
    }

    @BeforeEach
    void plan() {
        room.clear();
        room.members.addAll(List.of(
                new City(WorkshopRoom.CITY, "Münster"),
                new City(SEVENTH, "Partnerkommune 07"),
                new City(EIGHTH, "Partnerkommune 08"),
                new City("partner09", "Partnerkommune 09")));
        room.plan();
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @Test
    void nothingIsSharedBeforeTheAgendaIsAgreed() {
        prepared();
        assertThat(shared(SEVENTH)).isEmpty();
        room.completes(
                MODERATION,
                "agree-agenda",
                data -> data.put("agendaResult", "CHANGES").put("comment", "Mehr Zeit"));
        assertThat(shared(SEVENTH)).isEmpty();
        assertThat(room.prefill("prepare-workshop").get("cities")).isEqualTo(List.of(SEVENTH, EIGHTH));
    }

    @Test
    void theAgreedAgendaIsAnnouncedToEveryCityThatTakesPart() {
        prepared();
        room.completes(MODERATION, "agree-agenda");

        for (String city : List.of(SEVENTH, EIGHTH, WorkshopRoom.CITY)) {
            assertThat(shared(city)).singleElement().satisfies(workshop -> {
                assertThat(workshop.stage()).isEqualTo(SharedWorkshop.Stage.ANNOUNCED);
                assertThat(workshop.organiser()).isEqualTo("Münster");
                assertThat(workshop.own()).isEqualTo(city.equals(WorkshopRoom.CITY));
                assertThat(workshop.place()).isEqualTo("Großer Saal, Rathaus");
                assertThat(workshop.agenda()).contains("Begrüßung und Ziele").doesNotContain("responsible");
                assertThat(workshop.summary()).isNull();
                assertThat(workshop.minutes()).isNull();
            });
        }
        assertThat(shared("partner09")).as("a member that takes no part").isEmpty();
        UUID id = shared(SEVENTH).get(0).id();
        assertThat(table().find("partner09", id)).isEmpty();
        assertThat(table().cities(SEVENTH, id).values())
                .containsExactly("Münster", "Partnerkommune 07", "Partnerkommune 08");
        assertThat(table().cities("partner09", id)).isEmpty();
        assertThat(room.prefill("invite-participants").get("overview").toString())
                .contains("Partnerkommune 07");
    }

    @Test
    void releasedMinutesAreCopiedAndTheirTasksNamedToTheCity() {
        released();

        SharedWorkshop workshop = shared(SEVENTH).get(0);
        assertThat(workshop.stage()).isEqualTo(SharedWorkshop.Stage.RELEASED);
        assertThat(workshop.edition()).isEqualTo(1);
        assertThat(workshop.releasedOn()).isEqualTo(LocalDate.of(2099, 6, 2));
        assertThat(workshop.summary()).isEqualTo("Zwei Lager genügen für drei Städte.");
        assertThat(workshop.tasks()).isEqualTo(1);
        assertThat(shared(EIGHTH).get(0).tasks()).isZero();
        assertThat(workshop.counts()).contains("BUSINESS").doesNotContain("Bauunternehmen");
        assertThat(workshop.minutes())
                .contains("Lagerflächen melden", "Amt für Immobilienmanagement", SEVENTH)
                .doesNotContain("Bauunternehmen");
    }

    @Test
    void theCopyChangesOnlyWithTheNextRelease() {
        released();
        room.completes(CLERK, "write-minutes", data -> data.put("summary", "Drei Lager sind nötig."));
        assertThat(shared(SEVENTH).get(0).summary()).isEqualTo("Zwei Lager genügen für drei Städte.");
        room.completes(MODERATION, "check-minutes");
        room.completes(HEAD, "release-minutes");

        assertThat(shared(SEVENTH)).singleElement().satisfies(workshop -> {
            assertThat(workshop.summary()).isEqualTo("Drei Lager sind nötig.");
            assertThat(workshop.edition()).isEqualTo(2);
        });
    }

    @Test
    void anotherDayAndACancellationAreTold() {
        prepared();
        room.completes(MODERATION, "agree-agenda");
        room.completes(CLERK, "invite-participants");
        room.completes(CLERK, "check-registrations");
        room.completes(CLERK, "confirm-workshop", data -> {
            data.removeAll();
            data.put("confirmResult", "POSTPONED").put("reason", "Saal gesperrt, intern umstritten");
            data.put("newDate", "2099-06-18").put("newRegistrationUntil", "2099-06-04");
        });
        assertThat(shared(EIGHTH).get(0).date()).isEqualTo(LocalDate.of(2099, 6, 18));
        room.completes(
                CLERK,
                "check-registrations",
                data -> data.put("registrationResult", "CANCEL").put("comment", "Zu wenige"));
        assertThat(shared(EIGHTH).get(0).stage()).isEqualTo(SharedWorkshop.Stage.CANCELLED);
    }

    @Test
    void aCityThatLeavesTheAssociationKeepsWhatItTookPartIn() {
        prepared();
        room.completes(MODERATION, "agree-agenda");
        room.members.removeIf(city -> city.key().equals(SEVENTH));
        assertThat(shared(SEVENTH)).hasSize(1);
        room.completes(CLERK, "prepare-workshop", several(SEVENTH, EIGHTH));
        assertThat(shared(SEVENTH)).as("prepared again with whoever was there").hasSize(1);
    }

    @Test
    void aCityThatIsTakenOutReadsNothingAnyMore() {
        prepared();
        room.completes(MODERATION, "agree-agenda");
        room.completes(CLERK, "prepare-workshop", several(EIGHTH));
        assertThat(shared(SEVENTH)).isEmpty();
        assertThat(shared(EIGHTH)).hasSize(1);
        room.completes(CLERK, "prepare-workshop");
        assertThat(shared(EIGHTH)).as("a workshop of one city").isEmpty();
        assertThat(shared(WorkshopRoom.CITY)).isEmpty();
    }

    @Test
    void guestsCarryTheCityTheyComeFrom() {
        prepared();
        room.completes(MODERATION, "agree-agenda");
        assertThat(refused(CLERK, "invite-participants", fromCity("partner09")))
                .containsExactly("invitations[0].city form.choice");
        room.completes(CLERK, "invite-participants", fromCity(SEVENTH));
        room.completes(CLERK, "check-registrations");
        room.clock.set(LocalDate.of(2099, 5, 14));
        room.completes(CLERK, "confirm-workshop");
        assertThat(room.one("select city from workshop_invitation where number = 1"))
                .as("who only notes who came does not ask where from")
                .isEqualTo(SEVENTH);
        assertThat(room.one("select count(city) from workshop_invitation")).isEqualTo(1L);
    }

    @Test
    void aWorkshopOfSeveralCitiesNamesThemAndNoOtherDoes() {
        assertThat(refused(CLERK, "prepare-workshop", data -> data.put("kind", "INTERMUNICIPAL")))
                .containsExactly("cities form.required");
        assertThat(refused(CLERK, "prepare-workshop", several())).containsExactly("cities form.required");
        assertThat(refused(CLERK, "prepare-workshop", several(SEVENTH).andThen(data -> data.put("kind", "EXTERNAL"))))
                .containsExactly("cities form.hidden");
        assertThat(refused(CLERK, "prepare-workshop", several("niemandsstadt")))
                .as("no member")
                .containsExactly("cities form.choice");
        assertThat(refused(CLERK, "prepare-workshop", several(WorkshopRoom.CITY)))
                .as("the city itself is there anyway")
                .containsExactly("cities form.choice");
        assertThat(refused(CLERK, "prepare-workshop", several(SEVENTH, SEVENTH)))
                .as("twice")
                .containsExactly("cities form.choice");
        assertThat(room.one("select count(*) from joint_workshop_city")).isEqualTo(0L);
        assertThat(room.one("select count(*) from workshop where state <> 'PLANNED'"))
                .isEqualTo(0L);
    }

    @Test
    void onlyATaskIsForACity() {
        held();
        assertThat(refused(CLERK, "write-minutes", forCity(SEVENTH, 1))).containsExactly("minutes[1].city form.hidden");
        assertThat(refused(CLERK, "write-minutes", forCity("partner09", 2)))
                .containsExactly("minutes[2].city form.choice");
        assertThat(room.one("select count(*) from workshop_minutes")).isEqualTo(0L);
    }

    private static void prepared() {
        room.completes(CLERK, "prepare-workshop", several(SEVENTH, EIGHTH));
    }

    private static void held() {
        prepared();
        room.completes(MODERATION, "agree-agenda");
        room.completes(CLERK, "invite-participants", fromCity(SEVENTH));
        room.completes(CLERK, "check-registrations");
        room.clock.set(LocalDate.of(2099, 5, 14));
        room.completes(CLERK, "confirm-workshop");
    }

    private static void released() {
        held();
        room.completes(
                CLERK,
                "write-minutes",
                forCity(SEVENTH, 2).andThen(data -> data.put("summary", "Zwei Lager genügen für drei Städte.")));
        assertThat(shared(SEVENTH).get(0).summary()).as("written, not released").isNull();
        room.completes(MODERATION, "check-minutes");
        room.completes(CLERK, "handle-objections");
        room.clock.set(LocalDate.of(2099, 6, 2));
        assertThat(room.prefill("release-minutes").get("overview").toString())
                .as("who releases sees for whom")
                .contains("Partnerkommune 08", "für Partnerkommune 07");
        room.completes(HEAD, "release-minutes");
    }

    private static Consumer<ObjectNode> several(String... cities) {
        return data -> {
            data.put("kind", "INTERMUNICIPAL");
            ArrayNode keys = data.putArray("cities");
            List.of(cities).forEach(keys::add);
        };
    }

    private static Consumer<ObjectNode> fromCity(String city) {
        return data -> {
            data.put("workshopKind", "INTERMUNICIPAL");
            ((ObjectNode) data.withArray("invitations").get(0)).put("city", city);
        };
    }

    private static Consumer<ObjectNode> forCity(String city, int entry) {
        return data -> {
            data.put("workshopKind", "INTERMUNICIPAL");
            ObjectNode task = (ObjectNode) data.withArray("minutes").get(entry);
            task.put("city", city);
            if ("TASK".equals(task.path("kind").asText())) {
                task.put("text", "Lagerflächen melden");
            }
        };
    }

    private static SharedWorkshopTable table() {
        return room.bean(SharedWorkshopTable.class);
    }

    private static List<SharedWorkshop> shared(String city) {
        return table().of(city);
    }

    private static List<String> refused(String actor, String task, Consumer<ObjectNode> change) {
        FormRefused refused = catchThrowableOfType(FormRefused.class, () -> room.completes(actor, task, change));
        return refused.problems().stream()
                .map(problem -> problem.field() + " " + problem.messageKey())
                .toList();
    }
}
