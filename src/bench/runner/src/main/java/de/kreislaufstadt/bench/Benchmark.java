package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures the packaged product against its bars, and where there is something to compare it with against the engine's own
 * starter, on one machine and one PostgreSQL. Fails where a bar is missed.
 */
public final class Benchmark {

    private final Figures figures = new Figures();
    private final Bars bars = new Bars();
    private final Machine machine = new Machine();
    private final Parts parts = Parts.asked();
    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        new Benchmark().run();
    }

    private void run() throws Exception {
        try {
            measure();
        } catch (Exception e) {
            facts.put("stopped before its end", e.toString());
            throw e;
        } finally {
            report();
        }
        if (!bars.allHold()) {
            throw new IllegalStateException("A bar was missed");
        }
    }

    private void measure() throws Exception {
        machine.look();
        try (EmbeddedPostgres postgres = Database.server();
                Servers servers = new Servers(postgres);
                MailSink mails = new MailSink()) {
            if (parts.wanted("staff")) {
                oneCity(servers);
                // Who waits for nothing any more needs memory, and a little of the machine.
                servers.stop();
                manyMunicipalities(servers, mails);
                servers.stop();
            }
            part("managers", servers, this::managers);
            part("import", servers, this::imports);
            part("public", servers, this::publicData);
            part("association", servers, this::association);
            part("engines", servers, this::engines);
            part("start", servers, this::startUp);
            part("growth", servers, this::growth);
            part("endurance", servers, this::endurance);
        }
    }

    private void part(String name, Servers servers, Part part) throws Exception {
        if (parts.wanted(name)) {
            part.measure(servers);
            servers.stop();
        }
    }

    private void oneCity(Servers servers) throws Exception {
        City product = City.onProduct(servers);
        City stock = City.onStock(servers);
        SignInTime signIn = new SignInTime(figures);
        signIn.measure(product, stock, servers.secret());
        signIn.judge(product, stock, bars);
        CityInbox inbox = new CityInbox(product, stock, figures);
        inbox.measure(machine);
        inbox.judge(bars);
        DueJobs jobs = new DueJobs(figures);
        jobs.measure(List.of(product, stock), servers.superuser(), machine);
        jobs.judge(bars);
    }

    private void manyMunicipalities(Servers servers, MailSink mails) throws Exception {
        Association association = new Association(servers, figures);
        MorningRun morning = new MorningRun(servers, association, mails, figures);
        Server node = morning.startNode();
        association.fill(node, servers.secret());
        association.measure(node, servers.secret(), machine);
        association.judge(bars);
        RightsCost rights = new RightsCost(servers, association, figures);
        rights.measure(node);
        rights.judge(bars);
        morning.measure();
        morning.judge(bars);
        machine.look();
        facts.putAll(association.describe());
        facts.putAll(morning.describe());
    }

    private void managers(Servers servers) throws Exception {
        Managers managers = new Managers(servers, figures, bars, machine);
        measured(managers::describe, managers::measure);
    }

    private void imports(Servers servers) throws Exception {
        ImportedRows imported = new ImportedRows(servers, figures);
        measured(imported::describe, () -> {
            imported.measure();
            imported.judge(bars);
        });
    }

    private void publicData(Servers servers) throws Exception {
        PublicData data = new PublicData(servers, figures, bars);
        measured(data::describe, data::measure);
    }

    private void association(Servers servers) throws Exception {
        ModelRounds rounds = new ModelRounds(servers, figures, machine);
        measured(rounds::describe, () -> {
            rounds.measure();
            rounds.judge(bars);
        });
    }

    private void startUp(Servers servers) throws Exception {
        StartUp start = new StartUp(servers, figures, machine);
        measured(start::describe, () -> {
            start.measure();
            start.judge(bars);
        });
    }

    private void growth(Servers servers) throws Exception {
        Growth growth = new Growth(servers, figures, machine);
        measured(growth::describe, () -> {
            growth.measure();
            growth.judge(bars);
            growth.draw(new Plots());
        });
    }

    private void endurance(Servers servers) throws Exception {
        Endurance endurance = new Endurance(servers);
        measured(endurance::describe, () -> {
            endurance.measure();
            endurance.judge(bars);
        });
    }

    private void engines(Servers servers) throws Exception {
        Engines engines = new Engines(servers, figures, machine);
        measured(engines::describe, () -> {
            engines.measure();
            engines.judge(bars);
            engines.draw(new Plots());
        });
    }

    private interface Part {
        void measure(Servers servers) throws Exception;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** What a part has found out is told also if something stops it before its end. */
    private void measured(Supplier<Map<String, Object>> found, Work part) throws Exception {
        try {
            part.run();
            machine.look();
        } finally {
            facts.putAll(found.get());
        }
    }

    private void report() throws Exception {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        machine.attempts().forEach(text::append);
        text.append(machine.describe()).append(System.lineSeparator());
        text.append(figures.table());
        facts.forEach(
                (what, value) -> text.append(what).append(": ").append(value).append(System.lineSeparator()));
        bars.all().forEach(bar -> text.append(bar).append(System.lineSeparator()));
        Path file = Path.of(System.getProperty("results"), "benchmark.json");
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("measuredAt", Instant.now().toString());
        results.put("machine", machine.describe());
        results.put("foreignLoad", machine.foreignLoad());
        results.put("bars", bars.all());
        results.put("facts", facts);
        results.put("summary", figures.summary());
        results.put("milliseconds", figures.samples());
        try (var writer = Files.newBufferedWriter(file)) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(writer, results);
        }
        text.append(file.toAbsolutePath().normalize());
        System.out.println(text);
    }
}
