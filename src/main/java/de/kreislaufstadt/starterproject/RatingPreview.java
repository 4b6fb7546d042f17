package de.kreislaufstadt.starterproject;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Picture;
import de.kreislaufstadt.process.Picture.Level;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskPreview;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Score and recommendation of a sketch while it is being rated, from the tables that decide in the end. */
@Component
class RatingPreview implements TaskPreview {

    private final Texts texts = Texts.of("starterproject");
    private final SketchTable sketches;
    private final Scoring scoring;

    RatingPreview(SketchTable sketches, Scoring scoring) {
        this.sketches = sketches;
        this.scoring = scoring;
    }

    @Override
    public List<String> tasks() {
        return List.of("rate-project");
    }

    @Override
    public Picture preview(TaskContext task, JsonNode data) {
        Integer circularity = sketches.latest(task.municipality(), task.id("ideaId"))
                .map(sketch -> scoring.circularity(task.municipality(), sketch.mainRStrategy()))
                .orElse(null);
        boolean neutral = ClimateBasis.NOT_QUANTIFIABLE
                .name()
                .equals(data.path("climateBasis").asText());
        List<Level> levels = List.of(
                level("circularity", circularity),
                level("climate", neutral ? Integer.valueOf(Scoring.NEUTRAL_LEVEL) : given(data, "climate")),
                level("feasibility", given(data, "feasibility")),
                level("regionalValue", given(data, "regionalValue")),
                level("visibility", given(data, "visibility")),
                level("cost", given(data, "costLevel")),
                level("readiness", given(data, "readiness")));
        String title = texts.get("starterproject.preview.title");
        if (levels.stream().map(Level::level).anyMatch(Objects::isNull)) {
            return new Picture.Score(title, null, null, List.of(), levels);
        }
        List<Integer> values = levels.stream().map(Level::level).toList();
        Rating rating = scoring.rate(
                task.municipality(),
                new Levels(
                        values.get(0),
                        values.get(1),
                        values.get(2),
                        values.get(3),
                        values.get(4),
                        values.get(5),
                        values.get(6)),
                knockOuts(data));
        return new Picture.Score(
                title,
                rating.score(),
                texts.name("starterproject.recommendation", rating.recommendation()),
                Stream.concat(
                                scoring.reasons(task.municipality(), rating).stream(),
                                scoring.knockOutReasons(task.municipality(), knockOuts(data)).stream())
                        .toList(),
                levels);
    }

    private Level level(String criterion, Integer value) {
        return new Level(texts.get("starterproject.preview." + criterion), value);
    }

    private static Integer given(JsonNode data, String field) {
        JsonNode value = data.path(field);
        return value.isIntegralNumber() && value.asInt() >= 1 && value.asInt() <= 5 ? value.asInt() : null;
    }

    private static List<KnockOut> knockOuts(JsonNode data) {
        List<String> chosen = StreamSupport.stream(data.path("knockOuts").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return Arrays.stream(KnockOut.values())
                .filter(criterion -> chosen.contains(criterion.name()))
                .toList();
    }
}
