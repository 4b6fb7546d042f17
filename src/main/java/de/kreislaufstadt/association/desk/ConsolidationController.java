package de.kreislaufstadt.association.desk;

import de.kreislaufstadt.released.FieldChange.Piece;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page of the consolidation asks and does. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/components/{component}/rounds/{number}")
class ConsolidationController {

    private final Consolidation consolidation;
    private final AnswerDesk desk;

    ConsolidationController(Consolidation consolidation, AnswerDesk desk) {
        this.consolidation = consolidation;
        this.desk = desk;
    }

    /** A text that is being written. */
    record Unfinished(String text) {}

    @GetMapping("/passages")
    Consolidation.Overview passages(@PathVariable String component, @PathVariable String number) {
        return consolidation.overview(component, number);
    }

    @GetMapping("/passages/{anchor}")
    Consolidation.Page passage(
            @PathVariable String component,
            @PathVariable String number,
            @PathVariable String anchor,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int from) {
        return consolidation.passage(component, number, anchor, open, from);
    }

    @PutMapping("/passages/{anchor}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void write(
            @PathVariable String component,
            @PathVariable String number,
            @PathVariable String anchor,
            @RequestBody AnswerDesk.Writing writing) {
        desk.write(component, number, anchor, writing);
    }

    /** Changes nothing: the text is too long for an address. */
    @PostMapping("/passages/{anchor}/comparison")
    List<Piece> difference(
            @PathVariable String component,
            @PathVariable String number,
            @PathVariable String anchor,
            @RequestBody Unfinished unfinished) {
        return consolidation.difference(component, number, anchor, unfinished.text());
    }

    @PutMapping("/comments/{comment}")
    Consolidation.Shown answer(
            @PathVariable String component,
            @PathVariable String number,
            @PathVariable String comment,
            @RequestBody AnswerDesk.Wanted wanted) {
        return desk.answer(component, number, comment, wanted);
    }

    @PutMapping("/answers")
    Map<String, Integer> answers(
            @PathVariable String component, @PathVariable String number, @RequestBody AnswerDesk.WantedForMany wanted) {
        return Map.of("answered", desk.answerAll(component, number, wanted));
    }
}
