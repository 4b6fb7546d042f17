package de.kreislaufstadt.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.process.Accounts;
import de.kreislaufstadt.released.LiveState;
import de.kreislaufstadt.released.ReleasedExamples;
import de.kreislaufstadt.released.ReleasedMeasure;
import de.kreislaufstadt.released.Releasing;
import de.kreislaufstadt.released.Releasing.Live;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.support.ApplicationTest;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Endpoints;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Office;
import de.kreislaufstadt.support.TestClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Nobody who has not signed in meets anything internal, at any depth and in no format: every public endpoint is asked about a
 * measure that is public and whose record, drafts, notes, documents and people all carry a mark, and about a city that has said to its
 * association what it has not released.
 */
@ApplicationTest
class MarkedValuesTest {

    private static final int OK = 200;

    /** Below the ceilings of a minute. */
    private static final int ASKED_IN_A_MINUTE = 15;

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Rights rights;

    @Autowired
    private Releasing releasing;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock.Movable clock;

    @LocalServerPort
    private int port;

    @TempDir
    private Path files;

    @Autowired
    private ApplicationEventPublisher events;

    private MarkedCity marked;
    private MarkedAssociation association;
    private UUID measure;
    private int asked;

    @BeforeEach
    void aPublicMeasureFullOfMarks() {
        marked = new MarkedCity(office, accounts, engine);
        marked.fill(this::browser);
        association = new MarkedAssociation(office.jdbc(), events);
        association.found(accounts);
        association.fill(marked.mark);
        measure = marked.ids.get("measures").stream()
                .filter(id -> id.length() > 30)
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
        publish(ReleasedExamples.rich());
    }

    @AfterEach
    void asBefore() {
        transaction.executeWithoutResult(status -> releasing.withdraw(MarkedCity.ID, measure));
        marked.clear();
        association.clear();
        clock.putBack();
    }

    @Test
    void nobodyMeetsWhatIsInternal() {
        Walk walk = walk();
        assertThat(walk.met()).isEmpty();
        assertThat(walk.answered())
                .contains(
                        "GET /api/v1/measures/{municipality}/{number}",
                        "GET /opendata/catalog.ttl",
                        "GET /{municipality}/daten/{file}",
                        "GET /{municipality}/massnahmen/{slug}",
                        "GET /{municipality}/massnahmen/{slug}/rohdaten.xlsx");
        assertThat(found(marked.mark)).isZero();

        // The walk can fail: what is released is met, in lists, in files and within archives.
        publish(withSummary(ReleasedExamples.rich(), marked.mark));
        assertThat(String.join("\n", walk().met()))
                .contains(
                        "/muenster ",
                        "/muenster/massnahmen/kreislaufstadt ",
                        "/api/v1/measures ",
                        "/api/v1/measures/muenster/WW-09 ",
                        "/opendata/catalog.jsonld ",
                        "/muenster/daten/massnahmen.csv ",
                        "/muenster/daten/massnahmen.xlsx ",
                        "/muenster/daten/alles.zip ",
                        "/muenster/massnahmen/kreislaufstadt/rohdaten.json ");
        assertThat(found(marked.mark)).isEqualTo(1);
    }

    private int found(String words) {
        clock.advance(Duration.ofMinutes(2));
        return new Http(port)
                .get("/api/v1/measures?municipality=muenster&q=" + words)
                .json()
                .get("total")
                .asInt();
    }

    private static ReleasedMeasure withSummary(ReleasedMeasure rich, String summary) {
        return new ReleasedMeasure(
                rich.number(),
                rich.externalId(),
                new ReleasedMeasure.Heading(rich.heading().title(), null, summary),
                rich.description(),
                rich.pathway(),
                rich.effects(),
                rich.carriers(),
                rich.schedule(),
                rich.finance(),
                rich.indicators(),
                rich.decisions(),
                rich.projects(),
                rich.milestones(),
                rich.statusReports(),
                rich.events(),
                rich.evaluation(),
                rich.participation(),
                rich.state(),
                rich.sources(),
                rich.table());
    }

    /**
     * @param met addresses whose answer had something internal in it
     * @param answered endpoints that had an answer at all
     */
    private record Walk(List<String> met, Set<String> answered) {}

    private Walk walk() {
        List<String> met = new ArrayList<>();
        Set<String> answered = new LinkedHashSet<>();
        Http nobody = new Http(port);
        for (Endpoint endpoint : Endpoints.of(application)) {
            if (!endpoint.method().equals("GET") || !isPublic(endpoint)) {
                continue;
            }
            for (String path : filled(endpoint.path())) {
                if (asked++ % ASKED_IN_A_MINUTE == 0) {
                    clock.advance(Duration.ofMinutes(1));
                }
                HttpResponse<byte[]> answer = nobody.download(path);
                if (answer.statusCode() == OK) {
                    answered.add("GET " + endpoint.path().replaceAll("\\{([a-z]+):[^}]*}", "{$1}"));
                }
                if (isInternal(answer.body())
                        || isInternal(answer.headers().map().toString().getBytes(StandardCharsets.UTF_8))) {
                    met.add(path + " ");
                }
            }
        }
        return new Walk(met, answered);
    }

    private boolean isPublic(Endpoint endpoint) {
        return rights.permits(Set.of(), "GET", Addresses.filled(endpoint.path(), Map.of()));
    }

    /** Every address of the endpoint that may lead to the measure, whatever it is asked by. */
    private Set<String> filled(String path) {
        Set<String> numbers = new LinkedHashSet<>(marked.ids.get("measures"));
        numbers.add("WW-09");
        Set<String> slugs = new LinkedHashSet<>(marked.ids.get("measures"));
        slugs.add("kreislaufstadt");
        Map<String, Set<String>> values = Map.of(
                "number",
                numbers,
                "slug",
                slugs,
                "id",
                Set.of("ww-09", "massnahmen", "zeiten", measure.toString()),
                "file",
                Set.of(
                        "massnahmen.csv",
                        "indikatoren.csv",
                        "finanzplan.csv",
                        "schritte.csv",
                        "zeiten.csv",
                        "massnahmen.xlsx",
                        "alles.zip"),
                "version",
                Set.of("1", "2"),
                "field",
                Set.of("economy_science"));
        Set<String> paths = new LinkedHashSet<>(Set.of(path.replaceAll("\\{([a-z]+):[^}]*}", "{$1}")));
        for (Map.Entry<String, Set<String>> value : values.entrySet()) {
            Set<String> more = new LinkedHashSet<>();
            for (String one : paths) {
                value.getValue().forEach(word -> more.add(one.replace("{" + value.getKey() + "}", word)));
            }
            paths = more;
        }
        Set<String> asked = new LinkedHashSet<>();
        paths.forEach(one -> {
            String address = Addresses.filled(one, Map.of("municipality", MarkedCity.ID));
            asked.add(address.endsWith("/times") ? address + "?municipality=" + MarkedCity.ID : address);
        });
        return asked;
    }

    /** Looks into archives and workbooks, too. */
    private boolean isInternal(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
            return contents(bytes).stream().anyMatch(this::isInternal);
        }
        String text = new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        return text.contains(marked.mark.toLowerCase(Locale.ROOT)) || text.contains(measure.toString());
    }

    private List<byte[]> contents(byte[] archive) {
        Path file = files.resolve(UUID.randomUUID() + ".zip");
        try {
            Files.write(file, archive);
            List<byte[]> contents = new ArrayList<>();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    contents.add(zip.getInputStream(entry).readAllBytes());
                }
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(ReleasedMeasure content) {
        LiveState live = ReleasedExamples.inWorkshops(LocalDate.of(2026, 3, 31));
        transaction.executeWithoutResult(status -> {
            releasing.release(MarkedCity.ID, measure, content, Set.of("RECORD"));
            releasing.live(MarkedCity.ID, List.of(new Live(measure, live)));
        });
    }

    private Http browser(String user) {
        Http http = new Http(port);
        http.signIn(user, "tasklist");
        return http;
    }
}
