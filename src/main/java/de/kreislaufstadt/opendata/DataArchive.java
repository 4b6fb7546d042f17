package de.kreislaufstadt.opendata;

import de.kreislaufstadt.released.MunicipalPages.Municipality;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Everything that a municipality has released, in one file: README, licence, schema, each measure as JSON, all tables. */
@Component
class DataArchive {

    static final MediaType TYPE = MediaType.valueOf("application/zip");

    private static final String FOLDER = "massnahmen/";

    private final DataFiles files;

    DataArchive(DataFiles files) {
        this.files = files;
    }

    /** Writes entry by entry; nothing but the measure in hand is held in memory. */
    void write(Municipality municipality, String base, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        text(zip, "README.txt", ReadMe.file(municipality, base));
        text(zip, "LICENCE.txt", ReadMe.licence(municipality));
        bytes(zip, "measure.schema.json", PublicFiles.schema());
        try {
            files.each(municipality, base, measure -> measure(zip, measure));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (DataTable<?> table : DataTables.ALL) {
            zip.putNextEntry(new ZipEntry(table.file() + ".csv"));
            files.csv(table, municipality, base, zip);
        }
        zip.putNextEntry(new ZipEntry(TimesTable.FILE + ".csv"));
        files.timesCsv(municipality, zip);
        zip.putNextEntry(new ZipEntry(DataAddresses.WORKBOOK));
        files.workbook(municipality, base, new NotClosed(zip));
        zip.finish();
    }

    private static void measure(ZipOutputStream zip, Published measure) {
        try {
            bytes(zip, FOLDER + measure.number() + ".json", DataJson.bytes(measure.document()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        bytes(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
    }

    /** A workbook closes what it is written to; the archive goes on. */
    private static final class NotClosed extends FilterOutputStream {

        NotClosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
