package de.kreislaufstadt.imports;

import de.kreislaufstadt.observation.Figure;
import de.kreislaufstadt.observation.FigureSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many imports are under way. */
@Component
class ImportFigures implements FigureSource {

    private final RunTable runs;

    ImportFigures(RunTable runs) {
        this.runs = runs;
    }

    @Override
    public List<Figure> figures() {
        return List.of(new Figure(
                "kreislaufstadt.imports.running",
                null,
                "Imports that are being checked or applied, or wait for it",
                runs::underWay));
    }
}
