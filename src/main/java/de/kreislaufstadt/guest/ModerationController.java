package de.kreislaufstadt.guest;

import de.kreislaufstadt.guest.Moderation.Invitation;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page of a measure asks and does about people from outside who work on its workshops. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/measures/{number}/moderation")
class ModerationController {

    private final Moderation moderation;

    ModerationController(Moderation moderation) {
        this.moderation = moderation;
    }

    @GetMapping
    Moderation.Page page(@PathVariable String number) {
        return moderation.of(number);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, UUID> invite(@PathVariable String number, @RequestBody Invitation invitation) {
        return Map.of("id", moderation.invite(number, invitation));
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String number, @PathVariable UUID id) {
        moderation.withdraw(number, id);
    }
}
