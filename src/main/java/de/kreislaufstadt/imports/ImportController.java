package de.kreislaufstadt.imports;

import de.kreislaufstadt.department.Municipalities;
import de.kreislaufstadt.imports.ImportPlan.Fate;
import de.kreislaufstadt.imports.SourceRecord.Part;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.Visitors;
import de.kreislaufstadt.process.web.AdministrationTab;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the tab Übernahmen asks and does. A file is the body of its request and is named by the header
 * {@code Content-Disposition}; addresses end up in logs, and a name may be personal.
 */
@RestController
@RequestMapping(AdministrationTab.ROOT + "/" + ImportsTab.KEY)
class ImportController {

    private static final String TABLE = "TABLE";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportDesk desk;
    private final ImportViews views;
    private final ImportUploads uploads;
    private final KeptReport reports;
    private final Municipalities municipalities;
    private final Visitors visitors;

    ImportController(
            ImportDesk desk,
            ImportViews views,
            ImportUploads uploads,
            KeptReport reports,
            Municipalities municipalities,
            Visitors visitors) {
        this.desk = desk;
        this.views = views;
        this.uploads = uploads;
        this.reports = reports;
        this.municipalities = municipalities;
        this.visitors = visitors;
    }

    record Named(String id, String name) {}

    /** What is said about an import; days as people or files write them. */
    record Wanted(
            String document,
            String place,
            String asof,
            String lead,
            String begin,
            String state,
            String scope,
            String budget,
            String encoding) {

        ImportOptions said() {
            Map<String, String> said = new HashMap<>();
            said.put("document", document);
            said.put("place", place);
            said.put("asof", asof);
            said.put("lead", lead);
            said.put("begin", begin);
            said.put("state", state);
            said.put("scope", scope);
            said.put("budget", budget);
            said.put("encoding", encoding);
            return ImportOptions.said(said);
        }
    }

    record Created(UUID id) {}

    @GetMapping
    List<Named> cities() {
        return municipalities.all().stream()
                .map(id -> new Named(id, municipalities.nameOf(id)))
                .toList();
    }

    @GetMapping("/{municipality}")
    ImportViews.Page page(@PathVariable String municipality) {
        return views.page(municipality);
    }

    /** One of the tables to fill in; that of the measures unless another one is asked for. */
    @GetMapping("/{municipality}/template.csv")
    void templateAsText(
            @PathVariable String municipality,
            @RequestParam(defaultValue = TABLE) Part table,
            HttpServletResponse response)
            throws IOException {
        City city = views.city(municipality);
        download(response, CSV, "vorlage-" + named(table) + ".csv");
        new TableWriter(city).csv(table, List.of(), response.getOutputStream());
    }

    /** The table to fill in, for spreadsheet programs. */
    @GetMapping("/{municipality}/template.xlsx")
    void template(@PathVariable String municipality, HttpServletResponse response) throws IOException {
        City city = views.city(municipality);
        download(response, WORKBOOK, "vorlage-massnahmen.xlsx");
        new TableWriter(city).workbook(List.of(), response.getOutputStream());
    }

    /** The measures that are there in the shape of the template: changed and imported again, only what was changed changes. */
    @GetMapping("/{municipality}/measures.csv")
    void measuresAsText(
            @PathVariable String municipality,
            @RequestParam(defaultValue = TABLE) Part table,
            HttpServletResponse response)
            throws IOException {
        City city = views.city(municipality);
        download(response, CSV, named(table) + ".csv");
        new TableWriter(city).csv(table, views.measures(city), response.getOutputStream());
    }

    /** The same for spreadsheet programs. */
    @GetMapping("/{municipality}/measures.xlsx")
    void measures(@PathVariable String municipality, HttpServletResponse response) throws IOException {
        City city = views.city(municipality);
        download(response, WORKBOOK, "massnahmen.xlsx");
        new TableWriter(city).workbook(views.measures(city), response.getOutputStream());
    }

    @PostMapping("/{municipality}/runs")
    @ResponseStatus(HttpStatus.CREATED)
    Created begin(@PathVariable String municipality, @RequestBody Wanted wanted) {
        return new Created(desk.begin(municipality, wanted.said(), user()));
    }

    @PostMapping("/{municipality}/runs/{id}/files")
    @ResponseStatus(HttpStatus.CREATED)
    ImportViews.Shown add(@PathVariable String municipality, @PathVariable UUID id, HttpServletRequest request)
            throws IOException {
        views.run(municipality, id);
        uploads.receive(request, (name, file) -> desk.add(municipality, id, name, file));
        return views.run(municipality, id);
    }

    @GetMapping("/{municipality}/runs/{id}")
    ImportViews.Shown run(@PathVariable String municipality, @PathVariable UUID id) {
        return views.run(municipality, id);
    }

    @PostMapping("/{municipality}/runs/{id}/plan")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportViews.Shown plan(@PathVariable String municipality, @PathVariable UUID id, @RequestBody Wanted wanted) {
        desk.plan(municipality, id, wanted.said().encoding());
        return views.run(municipality, id);
    }

    @PostMapping("/{municipality}/runs/{id}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportViews.Shown apply(@PathVariable String municipality, @PathVariable UUID id) {
        desk.apply(municipality, id, user());
        return views.run(municipality, id);
    }

    @PostMapping("/{municipality}/runs/{id}/stop")
    ImportViews.Shown stop(@PathVariable String municipality, @PathVariable UUID id) {
        desk.stop(municipality, id);
        return views.run(municipality, id);
    }

    @GetMapping("/{municipality}/runs/{id}/rows")
    ImportViews.Rows rows(
            @PathVariable String municipality,
            @PathVariable UUID id,
            @RequestParam(required = false) Fate fate,
            @RequestParam(defaultValue = "0") int after) {
        return views.rows(municipality, id, fate, after);
    }

    @GetMapping("/{municipality}/runs/{id}/rows/{position}")
    List<KeptReport.Line> row(@PathVariable String municipality, @PathVariable UUID id, @PathVariable int position) {
        return views.row(municipality, id, position);
    }

    /** The report to keep: all fields of all rows. */
    @GetMapping("/{municipality}/runs/{id}/report")
    void report(@PathVariable String municipality, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        views.run(municipality, id);
        download(response, CSV, "uebernahme-" + id + ".csv");
        reports.csv(municipality, id, response.getOutputStream());
    }

    /** @throws ImportRefused if nobody fills in such a table */
    private static String named(Part table) {
        if (!TableWriter.PARTS.contains(table)) {
            throw ImportRefused.unknown();
        }
        return TableWriter.fileName(table);
    }

    private static void download(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private String user() {
        return visitors.current().map(Login::user).orElseThrow();
    }
}
