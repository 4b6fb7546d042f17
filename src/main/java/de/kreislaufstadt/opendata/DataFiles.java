package de.kreislaufstadt.opendata;

import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.released.TimeFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Writes the data of a municipality, or of one measure, as tables; never holds more of it in memory than one portion. */
@Component
class DataFiles {

    private static final Texts TEXTS = Texts.of("opendata");

    private final ReleasedMeasures released;
    private final ReleasedTimes times;

    DataFiles(ReleasedMeasures released, ReleasedTimes times) {
        this.released = released;
        this.times = times;
    }

    /** Hands over all released measures of a municipality by number. */
    void each(Municipality municipality, String base, Consumer<Published> reader) {
        released.each(municipality.id(), entry -> reader.accept(new Published(municipality, entry, base)));
    }

    List<TimeFacts> times(Municipality municipality) {
        return times.of(municipality.id());
    }

    /** Writes one table of all measures. */
    void csv(DataTable<?> table, Municipality municipality, String base, OutputStream out) {
        CsvFile csv = new CsvFile(out);
        csv.head(table.header());
        each(municipality, base, measure -> table.cells(measure).forEach(csv::row));
        csv.flush();
    }

    /** Writes the row of one measure. */
    void csv(Published measure, OutputStream out) {
        CsvFile csv = new CsvFile(out);
        csv.head(DataTables.MEASURES.header());
        DataTables.MEASURES.cells(measure).forEach(csv::row);
        csv.flush();
    }

    void timesCsv(Municipality municipality, OutputStream out) {
        CsvFile csv = new CsvFile(out);
        csv.head(TimesTable.HEADER);
        TimesTable.cells(municipality, times(municipality)).forEach(csv::row);
        csv.flush();
    }

    /** Writes all tables of a municipality as sheets of one workbook. */
    void workbook(Municipality municipality, String base, OutputStream out) throws IOException {
        try (DataWorkbook workbook = new DataWorkbook()) {
            Consumer<Published> sheets = sheets(workbook);
            each(municipality, base, sheets);
            DataWorkbook.Sheet facts = workbook.sheet(sheetName(TimesTable.FILE), TimesTable.HEADER);
            TimesTable.cells(municipality, times(municipality)).forEach(facts::row);
            readMe(workbook, municipality, base);
            workbook.write(out);
        }
    }

    /** Writes the tables of one measure as sheets of a workbook. */
    void workbook(Published measure, OutputStream out) throws IOException {
        try (DataWorkbook workbook = new DataWorkbook()) {
            sheets(workbook).accept(measure);
            readMe(workbook, measure.municipality(), measure.base());
            workbook.write(out);
        }
    }

    private static Consumer<Published> sheets(DataWorkbook workbook) {
        List<Consumer<Published>> writers = new ArrayList<>();
        for (DataTable<?> table : DataTables.ALL) {
            DataWorkbook.Sheet sheet = workbook.sheet(sheetName(table.file()), table.header());
            writers.add(measure -> table.cells(measure).forEach(sheet::row));
        }
        return measure -> writers.forEach(writer -> writer.accept(measure));
    }

    private static void readMe(DataWorkbook workbook, Municipality municipality, String base) {
        DataWorkbook.Sheet sheet = workbook.sheet(
                sheetName("liesmich"), List.of(TEXTS.german("opendata.readme.title", municipality.name())));
        ReadMe.german(municipality, base).forEach(sheet::row);
    }

    private static String sheetName(String file) {
        return TEXTS.german("opendata.sheet." + file);
    }
}
