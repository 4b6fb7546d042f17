package de.kreislaufstadt.released;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.released.FieldChange.Kind;
import de.kreislaufstadt.released.FieldChange.Piece;
import de.kreislaufstadt.released.FieldChange.PieceKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a version says differently from the one before it. */
class VersionDiffTest {

    private static final ReleasedMeasure RICH = ReleasedExamples.rich();

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void nothingHasChangedInTheFirstVersionAndInTheSame() {
        assertThat(VersionDiff.between(null, RICH)).isEmpty();
        assertThat(VersionDiff.between(RICH, ReleasedJson.read(ReleasedJson.write(RICH), ReleasedMeasure.class)))
                .isEmpty();
    }

    @Test
    void aTextIsComparedWordByWord() {
        FieldChange change =
                only(changed(node -> node.put("description", "Wissen wird aufgebaut, der Bestand geprüft.")));
        assertThat(change.path()).isEqualTo("description");
        assertThat(change.kind()).isEqualTo(Kind.CHANGED);
        assertThat(change.pieces())
                .contains(
                        new Piece(PieceKind.SAME, "Wissen wird aufgebaut, der Bestand "),
                        new Piece(PieceKind.ADDED, "geprüft"));
        assertThat(text(change, PieceKind.REMOVED)).isEqualTo(RICH.description());
        assertThat(text(change, PieceKind.ADDED)).isEqualTo("Wissen wird aufgebaut, der Bestand geprüft.");
    }

    @Test
    void aValueIsOneStatementWithItsUnitAndItsStatus() {
        FieldChange change = only(changed(node -> {
            ObjectNode cost = (ObjectNode) node.at("/effects/cost/value");
            cost.put("number", 12_000);
        }));
        assertThat(change.path()).isEqualTo("effects.cost.value");
        assertThat(((StatedValue) change.from()).number()).isEqualByComparingTo("10000");
        assertThat(((StatedValue) change.to()).number()).isEqualByComparingTo("12000");
    }

    @Test
    void aNumberWrittenOtherwiseIsTheSameNumber() {
        assertThat(changed(node ->
                        ((ObjectNode) node.at("/effects/cost/value")).put("number", new BigDecimal("10000.00"))))
                .isEmpty();
    }

    @Test
    void anEntryIsFoundAgainByItsNameWhereverItStands() {
        List<FieldChange> changes = changed(node -> {
            ArrayNode indicators = (ArrayNode) node.get("indicators");
            ObjectNode first = (ObjectNode) indicators.get(0);
            ObjectNode other = first.deepCopy();
            other.put("name", "Gerettete Lebensmittel");
            indicators.insert(0, other);
            first.put("goal", 6);
            ((ArrayNode) first.get("values")).remove(0);
        });
        assertThat(changes)
                .extracting(FieldChange::path, FieldChange::entry, FieldChange::kind)
                .containsExactly(
                        tuple("indicators", "Gerettete Lebensmittel", Kind.ADDED),
                        tuple("indicators.goal", "Starterprojekte", Kind.CHANGED),
                        tuple("indicators.values", "Starterprojekte, 2024-12-31", Kind.REMOVED));
    }

    @Test
    void aListOfTermsSaysWhichCameAndWhichWent() {
        FieldChange change = only(changed(node -> ((ObjectNode) node.get("pathway"))
                .putArray("circularFields")
                .add("FOOD")
                .add("TEXTILES")));
        assertThat(change.path()).isEqualTo("pathway.circularFields");
        assertThat(change.pieces())
                .containsExactly(
                        new Piece(PieceKind.REMOVED, "BUILDING"),
                        new Piece(PieceKind.SAME, "FOOD"),
                        new Piece(PieceKind.ADDED, "TEXTILES"));
    }

    @Test
    void whatAppearsAndWhatDisappearsIsSaidAsAWhole() {
        List<FieldChange> changes = changed(node -> {
            node.putNull("participation");
            ((ObjectNode) node.get("heading")).put("shortTitle", "Kreislauf");
        });
        assertThat(changes)
                .extracting(FieldChange::path, FieldChange::kind)
                .containsExactly(tuple("heading.shortTitle", Kind.ADDED), tuple("participation", Kind.REMOVED));
    }

    @Test
    void everythingThatDiffersIsFound() {
        List<FieldChange> changes = VersionDiff.between(RICH, ReleasedExamples.bare());
        assertThat(changes)
                .extracting(change -> change.path().replaceFirst("\\..*", ""))
                .contains(
                        "number",
                        "externalId",
                        "heading",
                        "description",
                        "pathway",
                        "effects",
                        "carriers",
                        "schedule",
                        "finance",
                        "indicators",
                        "decisions",
                        "projects",
                        "statusReports",
                        "events",
                        "participation",
                        "sources",
                        "table");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 40, 400, 9_000})
    void thePiecesMakeBothTextsAgain(int words) {
        Random random = new Random(words);
        for (int i = 0; i < (words > 1_000 ? 1 : 40); i++) {
            String before = text(random, words);
            String after = text(random, words);
            List<Piece> pieces = TextDiff.between(before, after);
            assertThat(without(pieces, PieceKind.ADDED)).isEqualTo(before);
            assertThat(without(pieces, PieceKind.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void wordsAddedInARowAreOneChange() {
        assertThat(TextDiff.between("Ziele und prüft sie", "Ziele in Zahlen und prüft sie"))
                .filteredOn(piece -> piece.kind() != PieceKind.SAME)
                .extracting(Piece::text)
                .containsExactly("in Zahlen ");
        assertThat(TextDiff.between("Ziele in Zahlen und prüft sie", "Ziele und prüft sie"))
                .filteredOn(piece -> piece.kind() != PieceKind.SAME)
                .extracting(Piece::text)
                .containsExactly("in Zahlen ");
    }

    private static String text(Random random, int words) {
        List<String> some = List.of("Kreis", "Stadt", ",", "\n", "ß-", "\uD83C\uDF31", " ", "e\u0301");
        return random.ints(words, 0, some.size()).mapToObj(some::get).collect(Collectors.joining(" "));
    }

    private List<FieldChange> changed(Consumer<ObjectNode> how) {
        try {
            JsonNode node = json.readTree(ReleasedJson.write(RICH));
            how.accept((ObjectNode) node);
            return VersionDiff.between(RICH, ReleasedJson.read(node.toString(), ReleasedMeasure.class));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FieldChange only(List<FieldChange> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private static String text(FieldChange change, PieceKind with) {
        return without(change.pieces(), with == PieceKind.ADDED ? PieceKind.REMOVED : PieceKind.ADDED);
    }

    private static String without(List<Piece> pieces, PieceKind kind) {
        return pieces.stream()
                .filter(piece -> piece.kind() != kind)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
