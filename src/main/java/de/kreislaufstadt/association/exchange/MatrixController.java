package de.kreislaufstadt.association.exchange;

import de.kreislaufstadt.association.Member.SizeClass;
import de.kreislaufstadt.association.exchange.Matrix.Cell;
import de.kreislaufstadt.association.exchange.Matrix.Line;
import de.kreislaufstadt.association.exchange.Matrix.Page;
import de.kreislaufstadt.association.exchange.Matrix.Wanted;
import de.kreislaufstadt.form.FormRefused;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.measure.ModelComponent;
import de.kreislaufstadt.monitoring.Sheet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the view Verbund asks about maturity and times. */
@RestController
@RequestMapping("/camunda/api/kreislaufstadt/exchange")
class MatrixController {

    private final Matrix matrix;
    private final StepTimes times;
    private final Reader reader;
    private final Texts texts = Texts.of("association");

    MatrixController(Matrix matrix, StepTimes times, Reader reader) {
        this.matrix = matrix;
        this.times = times;
        this.reader = reader;
    }

    @GetMapping("/matrix")
    Page page(@RequestParam Map<String, String> parameters) {
        return matrix.page(reader.seen(), wanted(parameters));
    }

    @GetMapping("/matrix/{member}")
    List<Matrix.Detail> details(@PathVariable UUID member) {
        return matrix.details(reader.seen(), member);
    }

    @GetMapping("/matrix/export.csv")
    void csv(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Page page = page(parameters);
        head(response, Sheet.CSV, "csv");
        write(page, Sheet.csv(response.getOutputStream()));
    }

    @GetMapping("/matrix/export.xlsx")
    void xlsx(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        Page page = page(parameters);
        head(response, Sheet.XLSX, "xlsx");
        write(page, Sheet.xlsx(response.getOutputStream(), texts.get("association.exchange.sheet")));
    }

    /** Takes no choice of groups, whatever is asked: one could be subtracted from another. */
    @GetMapping("/steps")
    List<StepTimes.Compared> steps() {
        Sight.Seen seen = reader.seen();
        return seen.others() ? times.of(seen.own()) : List.of();
    }

    private static Wanted wanted(Map<String, String> parameters) {
        String sort = parameters.getOrDefault("sort", "name");
        return new Wanted(
                choice("size", parameters.get("size"), SizeClass.class),
                flag(parameters.get("case")),
                "name".equals(sort) ? null : choice("sort", sort, ModelComponent.class),
                descending(parameters.getOrDefault("order", "asc")));
    }

    /**
     * @return the constant of this name; null where none is asked for
     * @throws FormRefused if there is no such constant
     */
    static <E extends Enum<E>> E choice(String name, String value, Class<E> kind) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.name().equals(value))
                .findFirst()
                .orElseThrow(() -> FormRefused.at(name, "association.exchange.unknown"));
    }

    private static boolean flag(String value) {
        if (value == null || value.isEmpty() || "false".equals(value)) {
            return false;
        }
        if (!"true".equals(value)) {
            throw FormRefused.at("case", "association.exchange.unknown");
        }
        return true;
    }

    private static boolean descending(String order) {
        return switch (order) {
            case "asc" -> false;
            case "desc" -> true;
            default -> throw FormRefused.at("order", "association.exchange.unknown");
        };
    }

    private void head(HttpServletResponse response, String type, String ending) {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(texts.get("association.exchange.file") + "." + ending)
                        .build()
                        .toString());
    }

    private void write(Page page, Sheet opened) throws IOException {
        try (Sheet sheet = opened) {
            List<Object> heading = new ArrayList<>();
            List.of("name", "size", "case", "released")
                    .forEach(column -> heading.add(texts.get("association.exchange.column." + column)));
            page.columns().forEach(column -> {
                heading.add(column.label());
                heading.add(texts.get("association.exchange.column.word", column.label()));
                heading.add(texts.get("association.exchange.column.progress", column.label()));
                heading.add(texts.get("association.exchange.column.builtOn", column.label()));
                heading.add(texts.get("association.exchange.column.asOf", column.label()));
            });
            sheet.write(heading);
            for (Line line : page.rows()) {
                sheet.write(cells(line));
            }
        }
    }

    private List<Object> cells(Line line) {
        List<Object> cells = new ArrayList<>(List.of(
                line.name(),
                line.sizeLabel(),
                texts.get("association.exchange.case." + line.caseCity()),
                line.released() ? texts.get("association.exchange.released") : line.note()));
        for (Cell cell : line.cells()) {
            if (cell == null) {
                cells.addAll(Collections.nCopies(5, null));
            } else {
                cells.add(cell.maturity());
                cells.add(cell.word());
                cells.add(cell.progressLabel());
                cells.add(builtOn(cell));
                cells.add(cell.asOf());
            }
        }
        return cells;
    }

    private static Object builtOn(Cell cell) {
        return cell.withdrawn() == null ? cell.builtOn() : cell.withdrawn();
    }
}
