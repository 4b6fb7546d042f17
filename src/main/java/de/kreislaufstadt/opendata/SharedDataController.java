package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.delivery.Delivery.Writing;
import de.kreislaufstadt.released.Approach;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.website.Language;
import de.kreislaufstadt.website.Pages;
import de.kreislaufstadt.website.PublicAddresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page on which the association explains its data to people, and every file. All of it goes by the stamps of all municipalities. */
@RestController
class SharedDataController {

    private static final String CSV = ".csv";

    private final Delivery delivery;
    private final SharedData data;
    private final SharedFiles files;
    private final Pages pages;
    private final Installation installation;

    SharedDataController(
            Delivery delivery, SharedData data, SharedFiles files, Pages pages, Installation installation) {
        this.delivery = delivery;
        this.data = data;
        this.files = files;
        this.pages = pages;
        this.installation = installation;
    }

    private record Download(MediaType type, Writing writing) {}

    @GetMapping(PublicAddresses.APPROACH + "/daten")
    ResponseEntity<byte[]> page(HttpServletRequest request) {
        Locale language = Language.of(request);
        Key key = new Key(null, request.getRequestURI(), "", language, true);
        return delivery.answer(
                request,
                key,
                () -> data.released()
                        .approach()
                        .map(approach -> page(approach, language))
                        .orElseGet(() -> pages.nothing(language)));
    }

    @GetMapping(PublicAddresses.APPROACH + "/daten/{file:[a-z.-]+}")
    void file(HttpServletRequest request, HttpServletResponse response, @PathVariable String file) throws IOException {
        String base = installation.base(request);
        Optional<Download> download = data.publisher().flatMap(publisher -> download(publisher, file, base));
        if (download.isEmpty()) {
            Problems.nothing(request, response);
            return;
        }
        Key key = new Key(null, base + request.getRequestURI(), "", Locale.ROOT, false);
        delivery.stream(
                request,
                response,
                key,
                download.get().type(),
                SharedData.ID + "-" + file,
                download.get().writing());
    }

    private Optional<Download> download(Municipality publisher, String file, String base) {
        if (file.equals(DataAddresses.ARCHIVE)) {
            return Optional.of(new Download(DataArchive.TYPE, out -> files.archive(publisher, base, out)));
        }
        if (file.equals(SharedFiles.WORKBOOK)) {
            return Optional.of(new Download(DataWorkbook.TYPE, out -> files.workbook(publisher, base, out)));
        }
        return SharedTables.ALL.stream()
                .filter(table -> file.equals(table.file() + CSV))
                .findFirst()
                .map(table -> new Download(CsvFile.TYPE, out -> files.csv(table, base, out)));
    }

    private Body page(Approach approach, Locale language) {
        Municipality publisher = data.publisher().orElseThrow();
        return pages.page("data-shared", language, PublicAddresses.dataOfApproach(), null)
                .with("approach", approach)
                .with("files", names())
                .with("contact", publisher.contactMail())
                .with("licence", DataLicence.text(publisher))
                .with("catalogue", DataAddresses.CATALOGUE)
                .with("explorer", DataAddresses.EXPLORER)
                .with("id", SharedData.ID)
                .body(200);
    }

    private static List<DataPageController.DataFile> names() {
        List<String> names = new ArrayList<>();
        SharedTables.ALL.forEach(table -> names.add(table.file() + CSV));
        names.add(SharedFiles.WORKBOOK);
        names.add(DataAddresses.ARCHIVE);
        return names.stream()
                .map(name -> new DataPageController.DataFile(name, DataAddresses.file(SharedData.ID, name)))
                .toList();
    }
}
