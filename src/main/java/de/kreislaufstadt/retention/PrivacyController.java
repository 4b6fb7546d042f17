package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.measure.EndedRecords.Waiting;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.rights.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the tab Datenschutz asks of a municipality: kinds of data, blocks, the archive, what was deleted. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + PrivacyTab.KEY)
class PrivacyController {

    private static final int LATEST = 200;

    private final BlockDesk blocks;
    private final ArchiveDesk archive;
    private final Doers people;
    private final DeletionLog log;
    private final Kinds kinds;
    private final Readable readable;
    private final Municipalities municipalities;
    private final Visitors visitors;
    private final Clock clock;

    PrivacyController(
            BlockDesk blocks,
            ArchiveDesk archive,
            Doers people,
            DeletionLog log,
            Kinds kinds,
            Readable readable,
            Municipalities municipalities,
            Visitors visitors,
            Clock clock) {
        this.blocks = blocks;
        this.archive = archive;
        this.people = people;
        this.log = log;
        this.kinds = kinds;
        this.readable = readable;
        this.municipalities = municipalities;
        this.visitors = visitors;
        this.clock = clock;
    }

    record City(String id, String name) {}

    record Overview(
            String municipality,
            List<Kinds.Kind> kinds,
            List<BlockDesk.Shown> blocks,
            List<Waiting> archive,
            List<LogLine> log,
            boolean administrator) {}

    /**
     * A line of the deletion log in words.
     *
     * @param kind what was deleted
     * @param places from where
     * @param count how many
     * @param by name of who did it; null for the nightly run
     */
    record LogLine(
            Instant at,
            DeletionLog.Cause cause,
            String kind,
            String places,
            int count,
            int heldBack,
            boolean failed,
            String by) {}

    record Created(UUID id) {}

    @GetMapping
    List<City> cities() {
        return municipalities.tenants().stream()
                .filter(this::maySee)
                .map(id -> new City(id, municipalities.nameOf(id)))
                .toList();
    }

    @GetMapping("/{municipality}")
    Overview overview(@PathVariable String municipality) {
        requireVisible(municipality);
        return new Overview(
                municipality,
                kinds.of(municipality),
                blocks.all(municipality, isAdministrator()),
                archive.waiting(municipality),
                log.latest(municipality, LATEST).stream()
                        .map(entry -> line(municipality, entry))
                        .toList(),
                isAdministrator());
    }

    @PostMapping("/{municipality}/blocks")
    @ResponseStatus(HttpStatus.CREATED)
    Created block(@PathVariable String municipality, @RequestBody BlockDesk.Wanted wanted) {
        return new Created(blocks.set(municipality, wanted, user()));
    }

    @DeleteMapping("/{municipality}/blocks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String municipality, @PathVariable UUID id) {
        blocks.lift(municipality, id, user());
    }

    /** The records that wait for the archive's answer, as a list to send to it. */
    @GetMapping(value = "/{municipality}/archive", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> archiveList(@PathVariable String municipality) {
        requireVisible(municipality);
        return file(
                "anbietungsliste.html",
                readable.archive(new Readable.ArchiveList(
                        municipalities.nameOf(municipality),
                        ReadersLanguage.day(LocalDate.now(clock)),
                        archive.waiting(municipality))));
    }

    @PostMapping("/{municipality}/archive/{measure}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archiveAnswers(
            @PathVariable String municipality, @PathVariable UUID measure, @RequestBody ArchiveDesk.Entered answer) {
        requireVisible(municipality);
        archive.answer(municipality, measure, answer, user());
    }

    /** The record of processing activities (Art. 30 DSGVO). */
    @GetMapping(value = "/{municipality}/record", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> record(@PathVariable String municipality) {
        requireVisible(municipality);
        return file(
                "verarbeitungsverzeichnis.html",
                readable.record(ProcessingRecord.of(municipality, municipalities, kinds)));
    }

    @GetMapping(value = "/{municipality}/record", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ProcessingRecord> recordAsData(@PathVariable String municipality) {
        requireVisible(municipality);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"verarbeitungsverzeichnis.json\"")
                .body(ProcessingRecord.of(municipality, municipalities, kinds));
    }

    private LogLine line(String municipality, DeletionLog.Entry entry) {
        return new LogLine(
                entry.at(),
                entry.cause(),
                kinds.exists(entry.kind())
                        ? kinds.of(municipality, entry.kind()).name()
                        : entry.kind(),
                Arrays.stream(entry.table().split(", "))
                        .map(table -> DataWords.table(table).orElse(table))
                        .collect(Collectors.joining(", ")),
                entry.deleted(),
                entry.heldBack(),
                entry.failed(),
                entry.by() == null ? null : people.nameOf(entry.by()));
    }

    /** Whoever is not an administrator of the installation sees their own municipality only, and learns of no other. */
    private boolean maySee(String municipality) {
        return isAdministrator() || visitors.current().orElseThrow().tenants().contains(municipality);
    }

    private boolean isAdministrator() {
        Login who = visitors.current().orElseThrow();
        return Role.of(who.groups(), who.tenants()).contains(Role.ADMINISTRATOR);
    }

    private void requireVisible(String municipality) {
        if (!maySee(municipality)) {
            throw Refused.unknown("privacy.municipality.unknown");
        }
        if (!municipalities.tenants().contains(municipality)) {
            throw Refused.unknown("privacy.municipality.unknown");
        }
    }

    static ResponseEntity<String> file(String name, String html) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(html);
    }

    private String user() {
        return visitors.current().map(Login::user).orElseThrow();
    }
}
