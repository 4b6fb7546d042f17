package de.kreislaufstadt.retention;

import de.kreislaufstadt.form.ReadersLanguage;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import de.kreislaufstadt.process.web.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the tab Datenschutz asks about a person. Whoever is looked for stands in the body: addresses end up in logs. That is
 * why questions are sent as changes are, and the language of who reads the answer has to be asked for here.
 */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + PrivacyTab.KEY + "/{municipality}/person")
class PersonController {

    private final PersonDesk people;
    private final Readable readable;
    private final Visitors visitors;

    PersonController(PersonDesk people, Readable readable, Visitors visitors) {
        this.people = people;
        this.readable = readable;
        this.visitors = visitors;
    }

    record Correction(PersonQuery person, String item, String field, String value) {}

    /** @param items ids of what shall go; null for all that certainly is about the person */
    record Deletion(PersonQuery person, List<String> items, String seen) {}

    record Restriction(PersonQuery person, String reason, LocalDate until) {}

    record Created(UUID id) {}

    @PostMapping
    PersonFile find(
            @PathVariable String municipality,
            @RequestBody PersonQuery person,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        return ReadersLanguage.in(Answers.locale(language), () -> people.find(municipality, person));
    }

    @PostMapping(value = "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PersonFile> export(
            @PathVariable String municipality,
            @RequestBody PersonQuery person,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        return ReadersLanguage.in(
                Answers.locale(language),
                () -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"auskunft.json\"")
                        .body(people.export(municipality, person, user())));
    }

    @PostMapping(value = "/export", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> exportReadable(
            @PathVariable String municipality,
            @RequestBody PersonQuery person,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        return ReadersLanguage.in(
                Answers.locale(language),
                () -> PrivacyController.file(
                        "auskunft.html", readable.person(people.export(municipality, person, user()))));
    }

    @PostMapping("/correction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable String municipality, @RequestBody Correction wanted) {
        people.correct(municipality, orNobody(wanted.person()), wanted.item(), wanted.field(), wanted.value(), user());
    }

    @PostMapping("/restriction")
    @ResponseStatus(HttpStatus.CREATED)
    Created restrict(@PathVariable String municipality, @RequestBody Restriction wanted) {
        return new Created(
                people.restrict(municipality, orNobody(wanted.person()), wanted.reason(), wanted.until(), user()));
    }

    @PostMapping("/deletion")
    PersonFile delete(
            @PathVariable String municipality,
            @RequestBody Deletion wanted,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) String language) {
        return ReadersLanguage.in(
                Answers.locale(language),
                () -> people.delete(municipality, orNobody(wanted.person()), wanted.items(), wanted.seen(), user()));
    }

    private static PersonQuery orNobody(PersonQuery person) {
        return person == null ? new PersonQuery(null, null, null, null, null) : person;
    }

    private String user() {
        return visitors.current().map(Login::user).orElseThrow();
    }
}
