package de.kreislaufstadt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the packaged product against its bars, and where there is something to compare it with against the engine's own
 * starter, on one machine and one PostgreSQL. Fails where a bar is missed.
 */
public final class Benchmark {

    private final Figures figures = new Figures();
    private final Bars bars = new Bars();
    private final Machine machine = new Machine();
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
            if (wanted("staff")) {
                oneCity(servers);
                // Who waits for nothing any more needs memory, and a little of the machine.
                servers.stop();
                manyMunicipalities(servers, mails);
                servers.stop();
            }
            if (wanted("managers")) {
                managers(servers);
                servers.stop();
            }
            if (wanted("import")) {
                imports(servers);
                servers.stop();
            }
            if (wanted("public")) {
                publicData(servers);
                servers.stop();
            }
            if (wanted("association")) {
                association(servers);
            }
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
        try {
            managers.measure();
            machine.look();
        } finally {
            facts.putAll(managers.describe());
        }
    }

    private void imports(Servers servers) throws Exception {
        ImportedRows imported = new ImportedRows(servers, figures);
        imported.measure();
        imported.judge(bars);
        machine.look();
        facts.putAll(imported.describe());
    }

    private void publicData(Servers servers) throws Exception {
        PublicData data = new PublicData(servers, figures, bars);
        try {
            data.measure();
            machine.look();
        } finally {
            facts.putAll(data.describe());
        }
    }

    private void association(Servers servers) throws Exception {
        ModelRounds rounds = new ModelRounds(servers, figures, machine);
        try {
            rounds.measure();
            rounds.judge(bars);
            machine.look();
        } finally {
            facts.putAll(rounds.describe());
        }
    }

    /**
     * Everything, unless one part is asked for: {@code -Dbench.part=staff}, {@code managers}, {@code import}, {@code public} or
     * {@code association}.
     */
    private static boolean wanted(String part) {
        return System.getProperty("bench.part", part).equals(part);
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
