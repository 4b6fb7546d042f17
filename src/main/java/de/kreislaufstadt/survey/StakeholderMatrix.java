package de.kreislaufstadt.survey;

import com.fasterxml.jackson.databind.JsonNode;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.process.Decisions;
import de.kreislaufstadt.process.Picture;
import de.kreislaufstadt.process.Picture.Cell;
import de.kreislaufstadt.process.Picture.Point;
import de.kreislaufstadt.process.TaskContext;
import de.kreislaufstadt.process.TaskPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Organisations by influence and interest while they are being rated; the decision table names the quadrants. */
@Component
class StakeholderMatrix implements TaskPreview {

    private static final String TABLE = "stakeholder-quadrant";

    /** Highest influence and interest, as in the form. */
    private static final int SIZE = 4;

    private final Texts texts = Texts.of("survey");
    private final Decisions decisions;

    StakeholderMatrix(Decisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> tasks() {
        return List.of("analyse-stakeholders");
    }

    @Override
    public Picture preview(TaskContext task, JsonNode data) {
        List<Cell> cells = IntStream.rangeClosed(1, SIZE)
                .boxed()
                .flatMap(influence -> IntStream.rangeClosed(1, SIZE)
                        .mapToObj(interest -> cell(task.municipality(), influence, interest)))
                .toList();
        List<Point> points = new ArrayList<>();
        JsonNode rows = data.path("stakeholders");
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            int influence = rating(row.path("influence"));
            int interest = rating(row.path("interest"));
            if (influence > 0 && interest > 0) {
                points.add(new Point(
                        i + 1,
                        row.path("organisation").asText(""),
                        interest,
                        influence,
                        cell(task.municipality(), influence, interest).field()));
            }
        }
        return new Picture.Matrix(
                texts.get("survey.matrix.title"),
                texts.get("survey.matrix.interest"),
                texts.get("survey.matrix.influence"),
                SIZE,
                cells,
                points);
    }

    /** The table's annotation begins with the name of the quadrant: "Schlüsselakteur: gemeinsam entscheiden …". */
    private Cell cell(String municipality, int influence, int interest) {
        Map<String, Integer> rating = Map.of("influence", influence, "interest", interest);
        String quadrant = decisions
                .evaluate(municipality, TABLE, rating)
                .get(0)
                .get("quadrant")
                .toString();
        String meaning = decisions.reasons(municipality, TABLE, rating).stream()
                .findFirst()
                .orElse(texts.getOr("survey.quadrant." + quadrant, quadrant));
        return new Cell(interest, influence, meaning.split(":", 2)[0].strip(), meaning);
    }

    private static int rating(JsonNode value) {
        return value.isIntegralNumber() && value.asInt() >= 1 && value.asInt() <= SIZE ? value.asInt() : 0;
    }
}
