package de.kreislaufstadt.workshop.task;

import de.kreislaufstadt.workshop.answer.FeedbackTable;
import de.kreislaufstadt.workshop.link.InvitationLinks;
import de.kreislaufstadt.workshop.record.EvaluationForm;
import de.kreislaufstadt.workshop.record.WorkshopSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings the anonymous feedback from the page into the form that evaluates the workshop. */
@Component
class OnlineFeedback {

    private final FeedbackTable feedback;
    private final WorkshopSettings settings;
    private final InvitationLinks links;
    private final WorkshopTexts texts;

    OnlineFeedback(FeedbackTable feedback, WorkshopSettings settings, InvitationLinks links, WorkshopTexts texts) {
        this.feedback = feedback;
        this.settings = settings;
        this.links = links;
        this.texts = texts;
    }

    /** Adds the address where those who came say how it was, for whoever gets no mail: it is the same for all of them. */
    TextBlocks withLink(TextBlocks overview, String municipality, UUID workshop) {
        return overview.labelled(
                texts.of("feedback.link"),
                links.evaluation(municipality, workshop).toString());
    }

    /** @return sums as defaults; with few responses only how many there are, since marks would point at persons */
    Prefill prefill(TextBlocks overview, String municipality, UUID workshop) {
        withLink(overview, municipality, workshop);
        FeedbackTable.Sums sums = feedback.sums(municipality, workshop).orElse(new FeedbackTable.Sums(0, 0));
        boolean enough = sums.responses() > 0 && sums.responses() >= settings.leastResponses();
        if (sums.responses() > 0) {
            overview.labelled(
                    texts.of("feedback"),
                    enough
                            ? texts.of("feedback.count", sums.responses())
                            : texts.of("feedback.few", sums.responses(), settings.leastResponses()));
        }
        if (!enough) {
            return Prefill.of("overview", overview.toString())
                    .with("responses", sums.responses() > 0 ? sums.responses() : null)
                    .rows("ratings", empty(sums), aspect -> Prefill.of("aspect", aspect));
        }
        remarks(overview, feedback.remarks(municipality, workshop));
        Map<EvaluationForm.Aspect, EvaluationForm.Rating> marks = feedback.marks(municipality, workshop).stream()
                .collect(Collectors.toMap(EvaluationForm.Rating::aspect, Function.identity()));
        return Prefill.of("overview", overview.toString())
                .with("responses", sums.responses())
                .with("wouldAttendAgain", sums.attendAgain())
                .rows(
                        "ratings",
                        Arrays.stream(EvaluationForm.Aspect.values())
                                .map(aspect ->
                                        marks.getOrDefault(aspect, new EvaluationForm.Rating(aspect, 0, 0, 0, 0)))
                                .toList(),
                        rating -> Prefill.of("aspect", rating.aspect())
                                .with("veryGood", rating.veryGood())
                                .with("good", rating.good())
                                .with("fair", rating.fair())
                                .with("poor", rating.poor()));
    }

    /** With a few responses the rows would have to be taken away again, since marks are refused then. */
    private static List<EvaluationForm.Aspect> empty(FeedbackTable.Sums sums) {
        return sums.responses() == 0 ? List.of(EvaluationForm.Aspect.values()) : List.of();
    }

    private void remarks(TextBlocks overview, List<FeedbackTable.Remark> remarks) {
        for (FeedbackTable.Remark.Kind kind : FeedbackTable.Remark.Kind.values()) {
            List<String> own = remarks.stream()
                    .filter(remark -> remark.kind() == kind)
                    .map(FeedbackTable.Remark::text)
                    .toList();
            if (!own.isEmpty()) {
                overview.heading(texts.of("feedback." + kind));
                own.forEach(overview::item);
            }
        }
    }

    /** What was taken over is kept as sums in the evaluation; what people wrote goes. */
    void forget(String municipality, UUID workshop) {
        feedback.delete(municipality, workshop);
    }
}
