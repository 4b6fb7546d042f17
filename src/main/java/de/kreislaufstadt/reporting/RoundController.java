package de.kreislaufstadt.reporting;

import de.kreislaufstadt.measure.MeasureRecords.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the page "Berichtsrunde" asks and does. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/rounds")
class RoundController {

    private final RoundPages pages;
    private final RoundOpening opening;
    private final RoundDesk desk;
    private final Reminders reminders;
    private final PaperDraft draft;
    private final Corrections corrections;
    private final Returns returns;
    private final ActionPlan actionPlan;
    private final CouncilPaper councilPaper;

    RoundController(
            RoundPages pages,
            RoundOpening opening,
            RoundDesk desk,
            Reminders reminders,
            PaperDraft draft,
            Corrections corrections,
            Returns returns,
            ActionPlan actionPlan,
            CouncilPaper councilPaper) {
        this.pages = pages;
        this.opening = opening;
        this.desk = desk;
        this.reminders = reminders;
        this.draft = draft;
        this.corrections = corrections;
        this.returns = returns;
        this.actionPlan = actionPlan;
        this.councilPaper = councilPaper;
    }

    /** Why a round is closed although reports are missing. */
    record Closing(String reason) {}

    @GetMapping
    RoundPages.Overview overview() {
        return pages.overview();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> open(@RequestBody NewRound wanted) {
        return Map.of("key", opening.open(wanted));
    }

    @GetMapping("/candidates")
    List<Standing> candidates() {
        return opening.candidates();
    }

    @GetMapping("/{key}")
    RoundPages.Page round(@PathVariable String key) {
        return pages.page(key);
    }

    @PostMapping("/{key}/remind")
    Map<String, Integer> remind(@PathVariable String key) {
        return Map.of("reminded", reminders.remind(key));
    }

    @PostMapping("/{key}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable String key, @RequestBody Closing closing) {
        desk.close(key, closing.reason());
    }

    @GetMapping("/{key}/draft")
    Map<String, String> draft(@PathVariable String key) {
        return Map.of("text", draft.of(key));
    }

    @PutMapping("/{key}/paper")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void paper(@PathVariable String key, @RequestBody RoundDesk.Paper paper) {
        desk.paper(key, paper);
    }

    @PostMapping("/{key}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String key) {
        desk.release(key);
    }

    @PostMapping("/{key}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    void correct(@PathVariable String key, @RequestBody Corrections.Wanted wanted) {
        corrections.ask(key, wanted);
    }

    @PostMapping("/{key}/returns")
    @ResponseStatus(HttpStatus.CREATED)
    void giveBack(@PathVariable String key, @RequestBody Returns.Wanted wanted) {
        returns.giveBack(key, wanted);
    }

    @DeleteMapping("/{key}/returns/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeAsItWas(@PathVariable String key, @PathVariable String number) {
        returns.takeAsItWas(key, number);
    }

    /** The council paper with its annexes, in German. */
    @GetMapping("/{key}/paper.pdf")
    ResponseEntity<byte[]> councilPaper(@PathVariable String key) {
        CouncilPaper.Document document = councilPaper.of(key);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name())
                                .build()
                                .toString())
                .body(document.content());
    }

    /** Table B-2.2 of the Climate City Contract, from what was frozen. */
    @GetMapping("/{key}/action-plan.xlsx")
    void actionPlan(@PathVariable String key, HttpServletResponse answer) throws IOException {
        Round round = actionPlan.of(key);
        answer.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        answer.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("B-2.2-" + round.key() + ".xlsx")
                        .build()
                        .toString());
        actionPlan.write(round, answer.getOutputStream());
    }
}
