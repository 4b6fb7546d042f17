package de.kreislaufstadt.opendata;

import de.kreislaufstadt.delivery.Delivery;
import de.kreislaufstadt.delivery.Delivery.Body;
import de.kreislaufstadt.delivery.Delivery.Key;
import de.kreislaufstadt.released.MunicipalPages;
import de.kreislaufstadt.released.MunicipalPages.Municipality;
import de.kreislaufstadt.released.ReleasedTimes;
import de.kreislaufstadt.website.Language;
import de.kreislaufstadt.website.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a municipality explains its data to people, with every file. */
@RestController
class DataPageController {

    private final Delivery delivery;
    private final MunicipalPages municipalities;
    private final ReleasedTimes times;
    private final Pages pages;

    DataPageController(Delivery delivery, MunicipalPages municipalities, ReleasedTimes times, Pages pages) {
        this.delivery = delivery;
        this.municipalities = municipalities;
        this.times = times;
        this.pages = pages;
    }

    /**
     * A file to download.
     *
     * @param name part of its address, and of the key of its description
     */
    public record DataFile(String name, String address) {}

    @GetMapping("/{municipality:[a-z][a-z0-9]*}/daten")
    ResponseEntity<byte[]> page(HttpServletRequest request, @PathVariable String municipality) {
        Locale language = Language.of(request);
        Key key = new Key(municipality, request.getRequestURI(), "", language, true);
        return delivery.answer(
                request,
                key,
                () -> municipalities
                        .find(municipality)
                        .map(city -> body(city, language))
                        .orElseGet(() -> pages.nothing(language)));
    }

    private Body body(Municipality city, Locale language) {
        return pages.page("data", language, DataAddresses.page(city.id()), city)
                .with("files", files(city))
                .with("licence", DataLicence.text(city))
                .with("withTimes", !times.of(city.id()).isEmpty())
                .with("catalogue", DataAddresses.CATALOGUE)
                .with("explorer", DataAddresses.EXPLORER)
                .with("schema", DataAddresses.SCHEMA)
                .body(200);
    }

    private List<DataFile> files(Municipality city) {
        List<String> names = new ArrayList<>();
        DataTables.ALL.forEach(table -> names.add(table.file() + ".csv"));
        names.add(TimesTable.FILE + ".csv");
        names.add(DataAddresses.WORKBOOK);
        names.add(DataAddresses.ARCHIVE);
        return names.stream()
                .map(name -> new DataFile(name, DataAddresses.file(city.id(), name)))
                .toList();
    }
}
