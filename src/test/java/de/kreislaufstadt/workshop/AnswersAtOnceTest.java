package de.kreislaufstadt.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many answers in the same moment: places hold exactly, and nobody is turned away by an error. */
@ApplicationTest
class AnswersAtOnceTest {

    @Autowired
    private Office office;

    @Autowired
    private InvitationLinks links;

    @LocalServerPort
    private int port;

    private InvitedPeople people;

    @BeforeEach
    void nobodyYet() {
        people = new InvitedPeople(office, links, port);
    }

    @Test
    void fiftyPeopleAtOnceGetTheLastFivePlaces() throws Exception {
        people.invite(10, data -> {
            for (int i = 32; i <= 55; i++) {
                data.withArray("invitations")
                        .addObject()
                        .put("organisation", "Verband " + i)
                        .put("participantGroup", "ASSOCIATION");
            }
        });
        List<UUID> seats = people.seats();
        assertThat(seats).hasSize(55);
        for (int i = 0; i < 5; i++) {
            people.post(people.path(seats.get(i)), Map.of("choice", "ACCEPT"));
        }
        List<String> paths = seats.subList(5, 55).stream().map(people::path).toList();

        assertThat(atOnce(paths.stream()
                        .<Callable<Integer>>map(path -> () ->
                                people.post(path, Map.of("choice", "ACCEPT")).statusCode())
                        .toList()))
                .containsOnly(303)
                .hasSize(50);
        assertThat(people.one("select count(*) filter (where answer = 'ACCEPTED') || ' ' ||"
                        + " count(*) filter (where answer = 'WAITING_LIST' and waiting_since is not null)"
                        + " from workshop_invitation where workshop_id = '" + people.workshop + "'"))
                .isEqualTo("10 45");
    }

    @Test
    void manyAnswersOfOnePersonInTheSameSecondLeaveOneOfThem() throws Exception {
        people.invite(36);
        String path = people.path(1);
        List<Callable<Integer>> answers = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> people.post(
                                path,
                                i % 2 == 0
                                        ? Map.of("choice", "DECLINE")
                                        : Map.of("choice", "SUBSTITUTE", "substitute", "Kim " + i))
                        .statusCode())
                .toList();

        assertThat(atOnce(answers)).containsOnly(303);
        assertThat(people.answer(1)).matches("DECLINED|SUBSTITUTE Kim \\d+");
        people.post(path, Map.of("choice", "ACCEPT"));
        assertThat(people.answer(1)).isEqualTo("ACCEPTED");
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<T>> running = threads.invokeAll(work);
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
