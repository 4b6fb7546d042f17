package de.kreislaufstadt.retention;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.rights.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/** What the tab Datenschutz asks. Whoever is looked for stands in the body: addresses end up in logs. */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + PrivacyTab.KEY)
class PrivacyController {

    private static final int LATEST = 200;

    private final PersonDesk people;
    private final BlockDesk blocks;
    private final DeletionLog log;
    private final Kinds kinds;
    private final Readable readable;
    private final Municipalities municipalities;
    private final Visitors visitors;

    PrivacyController(
            PersonDesk people,
            BlockDesk blocks,
            DeletionLog log,
            Kinds kinds,
            Readable readable,
            Municipalities municipalities,
            Visitors visitors) {
        this.people = people;
        this.blocks = blocks;
        this.log = log;
        this.kinds = kinds;
        this.readable = readable;
        this.municipalities = municipalities;
        this.visitors = visitors;
    }

    record City(String id, String name) {}

    record Overview(
            String municipality,
            List<Kinds.Kind> kinds,
            List<Blocks.Block> blocks,
            List<DeletionLog.Entry> log,
            boolean administrator) {}

    record Correction(PersonQuery person, String item, String field, String value) {}

    record Deletion(PersonQuery person, List<String> keep, String seen) {}

    record Restriction(PersonQuery person, String reason, LocalDate until) {}

    record Created(UUID id) {}

    @GetMapping
    List<City> cities() {
        return municipalities.all().stream()
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
                blocks.all(municipality),
                log.latest(municipality, LATEST),
                isAdministrator());
    }

    @PostMapping("/{municipality}/person")
    PersonFile find(@PathVariable String municipality, @RequestBody PersonQuery person) {
        return people.find(municipality, person);
    }

    @PostMapping(value = "/{municipality}/person/export", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PersonFile> export(@PathVariable String municipality, @RequestBody PersonQuery person) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"auskunft.json\"")
                .body(people.export(municipality, person, user()));
    }

    @PostMapping(value = "/{municipality}/person/export", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> exportReadable(@PathVariable String municipality, @RequestBody PersonQuery person) {
        return file("auskunft.html", readable.person(people.export(municipality, person, user())));
    }

    @PostMapping("/{municipality}/person/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable String municipality, @RequestBody Correction wanted) {
        people.correct(municipality, orNobody(wanted.person()), wanted.item(), wanted.field(), wanted.value(), user());
    }

    @PostMapping("/{municipality}/person/restriction")
    @ResponseStatus(HttpStatus.CREATED)
    Created restrict(@PathVariable String municipality, @RequestBody Restriction wanted) {
        return new Created(
                people.restrict(municipality, orNobody(wanted.person()), wanted.reason(), wanted.until(), user()));
    }

    @PostMapping("/{municipality}/person/deletion")
    PersonFile delete(@PathVariable String municipality, @RequestBody Deletion wanted) {
        return people.delete(
                municipality,
                orNobody(wanted.person()),
                wanted.keep() == null ? List.of() : wanted.keep(),
                wanted.seen(),
                user());
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
        people.requireKnown(municipality);
    }

    private static PersonQuery orNobody(PersonQuery person) {
        return person == null ? new PersonQuery(null, null, null, null, null) : person;
    }

    private static ResponseEntity<String> file(String name, String html) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(html);
    }

    private String user() {
        return visitors.current().map(Login::user).orElseThrow();
    }
}
