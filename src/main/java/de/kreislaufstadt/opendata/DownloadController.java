package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.delivery.Delivery.Writing;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedMeasures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Raw data of one measure, and of all measures of a municipality, as files. */
@RestController
class DownloadController {

    private static final String MUNICIPALITY = "/{municipality:[a-z][a-z0-9]*}";

    private static final String RAW = MUNICIPALITY + "/massnahmen/{slug:[a-z0-9][a-z0-9-]*}/rohdaten.";

    private final Delivery delivery;
    private final MunicipalPages pages;
    private final ReleasedMeasures released;
    private final DataFiles files;
    private final DataArchive archive;
    private final Installation installation;

    DownloadController(
            Delivery delivery,
            MunicipalPages pages,
            ReleasedMeasures released,
            DataFiles files,
            DataArchive archive,
            Installation installation) {
        this.delivery = delivery;
        this.pages = pages;
        this.released = released;
        this.files = files;
        this.archive = archive;
        this.installation = installation;
    }

    /** The data of one measure. The address goes with its page: one that was left leads to today's. */
    @GetMapping({RAW + "json", RAW + "csv", RAW + "xlsx"})
    ResponseEntity<byte[]> raw(
            HttpServletRequest request, @PathVariable String municipality, @PathVariable String slug) {
        String format = StringUtils.getFilenameExtension(request.getRequestURI());
        String base = installation.base(request);
        Locale language = Problems.language(request);
        Key key = new Key(municipality, base + request.getRequestURI(), "", language, true);
        return delivery.answer(request, key, () -> {
            Optional<Published> found = released.find(municipality, slug)
                    .flatMap(entry -> pages.find(municipality).map(one -> new Published(one, entry, base)));
            return found.map(measure -> raw(measure, format))
                    .or(() -> released.movedTo(municipality, slug)
                            .map(now -> moved(base + DataAddresses.raw(municipality, now, format))))
                    .orElseGet(() -> Problems.nothing(language));
        });
    }

    /** The data of all measures of a municipality. */
    @GetMapping(MUNICIPALITY + "/daten/{file:[a-z.]+}")
    void file(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String municipality,
            @PathVariable String file)
            throws IOException {
        String base = installation.base(request);
        Optional<Municipality> found = pages.find(municipality);
        Optional<Download> download = found.flatMap(one -> download(one, file, base));
        if (download.isEmpty()) {
            Problems.nothing(request, response);
            return;
        }
        Key key = new Key(municipality, base + request.getRequestURI(), "", Locale.ROOT, false);
        delivery.stream(
                request,
                response,
                key,
                download.get().type(),
                municipality + "-" + file,
                download.get().writing());
    }

    private record Download(MediaType type, Writing writing) {}

    private Optional<Download> download(Municipality one, String file, String base) {
        if (file.equals(DataAddresses.ARCHIVE)) {
            return Optional.of(new Download(DataArchive.TYPE, out -> archive.write(one, base, out)));
        }
        if (file.equals(DataAddresses.WORKBOOK)) {
            return Optional.of(new Download(DataWorkbook.TYPE, out -> files.workbook(one, base, out)));
        }
        if (file.equals(TimesTable.FILE + ".csv")) {
            return Optional.of(new Download(CsvFile.TYPE, out -> files.timesCsv(one, out)));
        }
        return DataTables.ALL.stream()
                .filter(table -> file.equals(table.file() + ".csv"))
                .findFirst()
                .map(table -> new Download(CsvFile.TYPE, out -> files.csv(table, one, base, out)));
    }

    private Body raw(Published measure, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return switch (format) {
            case "csv" -> {
                files.csv(measure, out);
                yield attached(measure, CsvFile.TYPE, format, out.toByteArray());
            }
            case "xlsx" -> attached(measure, DataWorkbook.TYPE, format, workbook(measure));
            default -> new Body(200, MediaType.APPLICATION_JSON, DataJson.bytes(measure.document()), Map.of());
        };
    }

    private byte[] workbook(Published measure) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            files.workbook(measure, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Body attached(Published measure, MediaType type, String format, byte[] bytes) {
        String name = measure.municipality().id() + "-" + measure.number() + "." + format;
        return new Body(
                200, type, bytes, Map.of(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
    }

    private static Body moved(String address) {
        return new Body(301, MediaType.TEXT_PLAIN, new byte[0], Map.of(HttpHeaders.LOCATION, address));
    }
}
