package de.kreislaufstadt.workshop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.support.CityDay;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A workshop of the running application on its way, and what invited people do with their browsers: no account, no cookie. */
final class InvitedPeople {

    static final String CITY = Office.MUNICIPALITY;

    final Office office;
    private final InvitationLinks links;
    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    String measure;
    UUID workshop;

    InvitedPeople(Office office, InvitationLinks links, int port) {
        this.office = office;
        this.links = links;
        this.base = "http://localhost:" + port;
    }

    /** A measure whose first workshop has 31 invitations, none answered; registration is open. */
    InvitedPeople invite(int places) {
        return invite(places, data -> {});
    }

    /** @param list changes the list of those who are invited */
    InvitedPeople invite(int places, Consumer<ObjectNode> list) {
        measure = office.as("wfm-sachbearbeitung").proposes();
        office.as("klima-sachbearbeitung").completes(measure, "review-proposal");
        office.as("wfm-leitung").completes(measure, "decide-measure", data -> {
            data.putArray("phases").add("WORKSHOPS");
        });
        office.as("wfm-sachbearbeitung")
                .completes(
                        measure,
                        "prepare-workshop",
                        data -> data.put("minParticipants", Math.min(places, 24))
                                .put("targetParticipants", places)
                                .put("maxParticipants", places));
        workshop = UUID.fromString(one("select w.id from workshop w join measure m on m.id = w.measure_id"
                + " where m.number = '" + measure + "' and w.state = 'PREPARED'"));
        office.as("difu-sachbearbeitung").completes(measure, "agree-agenda");
        office.as("wfm-sachbearbeitung").completes(measure, "invite-participants", list);
        return this;
    }

    /** The workshop was held today and its minutes were checked; objections are possible for some days. */
    InvitedPeople writeMinutes() {
        hold();
        office.as("wfm-sachbearbeitung").completes(measure, "write-minutes");
        office.as("difu-sachbearbeitung").completes(measure, "check-minutes");
        // The test's city gives no time for objections; this one does.
        office.jdbc()
                .sql("update workshop_minutes set objections_until = ? where workshop_id = ?")
                .params(today().plusDays(5), workshop)
                .update();
        return this;
    }

    /** 31 people came, today. */
    InvitedPeople hold() {
        office.as("wfm-sachbearbeitung").completes(measure, "check-registrations");
        office.jdbc()
                .sql("update workshop set registration_until = ?, workshop_date = ? where id = ?")
                .params(today().minusDays(1), today(), workshop)
                .update();
        office.fire(measure, "workshop-day");
        office.as("wfm-sachbearbeitung").completes(measure, "confirm-workshop");
        return this;
    }

    String minutesPath(int number) {
        return links.objection(CITY, workshop, seat(number), today().plusDays(30))
                .getPath();
    }

    String feedbackPath() {
        return links.evaluation(CITY, workshop).getPath();
    }

    UUID seat(int number) {
        return UUID.fromString(one(
                "select id from workshop_invitation where workshop_id = '" + workshop + "' and number = " + number));
    }

    List<UUID> seats() {
        return office.jdbc()
                .sql("select id from workshop_invitation where workshop_id = ? order by number")
                .param(workshop)
                .query(UUID.class)
                .list();
    }

    String path(int number) {
        return links.answer(CITY, workshop, seat(number), LocalDate.of(2099, 5, 14))
                .getPath();
    }

    String path(UUID seat) {
        return links.answer(CITY, workshop, seat, LocalDate.of(2099, 5, 14)).getPath();
    }

    /** @return answer and substitute of a seat, e.g. {@code SUBSTITUTE Kim Berg} */
    String answer(int number) {
        return one("select concat_ws(' ', answer, substitute, case when assistance then '+assistance' end)"
                + " from workshop_invitation where workshop_id = '" + workshop + "' and number = " + number);
    }

    String one(String sql) {
        return String.valueOf(office.jdbc().sql(sql).query().singleValue());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(fields))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static void after(TestClock.Movable clock, LocalDate day, Runnable work) {
        clock.moveTo(day);
        try {
            work.run();
        } finally {
            clock.putBack();
        }
    }

    static LocalDate today() {
        return CityDay.today();
    }
}
