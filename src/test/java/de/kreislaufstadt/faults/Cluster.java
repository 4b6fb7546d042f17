package de.kreislaufstadt.faults;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.icegreen.greenmail.util.GreenMail;
import de.kreislaufstadt.journey.City;
import de.kreislaufstadt.journey.ComposeFile;
import de.kreislaufstadt.journey.ProductionApplication;
import de.kreislaufstadt.support.TestMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Three nodes of the packaged product on one database, each with a way of its own to it, and all with one way to the mail server. */
final class Cluster implements AutoCloseable {

    static final int NODES = 3;
    static final String MUNICIPALITY = "musterstadt";
    private static final String DATABASE = "faults";

    /** As many clerks in each of the two departments that work here. */
    static final int CLERKS = 16;

    private final String password = UUID.randomUUID().toString();
    private final DatabaseServer server;
    private final Path city;
    private final GreenMail mails = TestMail.start(TestMail.freePort());
    private final Wire toMails = new Wire(mails.getSmtp().getPort());
    private final List<Wire> wires = new ArrayList<>();
    private final List<ProductionApplication> nodes = new ArrayList<>();
    private final List<Map<String, String>> settings = new ArrayList<>();
    private final SlowProvider provider;
    private final Proxy proxy = new Proxy(NODES);
    private List<String> what;

    /**
     * All nodes start at once.
     *
     * @param release the end of the command line that starts a node
     */
    Cluster(DatabaseServer server, Path folder, List<String> release) throws IOException {
        this(release, server, folder);
        for (int node = 0; node < NODES; node++) {
            nodes.add(ProductionApplication.starting(settings.get(node), what));
        }
        nodes.forEach(ProductionApplication::awaitReady);
    }

    private Cluster(List<String> release, DatabaseServer server, Path folder) throws IOException {
        this.server = server;
        this.what = release;
        int first = ProductionApplication.freePort();
        this.provider = new SlowProvider(first);
        this.city = cityWithManyPeople(folder);
        server.create(DATABASE);
        for (int node = 0; node < NODES; node++) {
            Wire wire = new Wire(server.port());
            wires.add(wire);
            int port = node == 0 ? first : ProductionApplication.freePort();
            settings.add(environment("jdbc:postgresql://localhost:" + wire.port() + "/" + DATABASE, node, port));
        }
    }

    /** @param release jar of another release, whose nodes start one after the other: not every one stands it at once */
    static Cluster of(Path release, DatabaseServer server, Path folder) throws IOException {
        Cluster cluster = new Cluster(List.of("-jar", release.toString()), server, folder);
        for (int node = 0; node < NODES; node++) {
            cluster.nodes.add(ProductionApplication.starting(cluster.settings.get(node), cluster.what)
                    .awaitReady());
        }
        return cluster;
    }

    private Map<String, String> environment(String url, int node, int port) {
        Map<String, String> environment = new LinkedHashMap<>(ComposeFile.environment(url, password, city));
        environment.put("KREISLAUFSTADT_INITIAL_PASSWORD", password);
        environment.put("KREISLAUFSTADT_BASE_URL", "https://kreislauf.example.org");
        environment.put("KREISLAUFSTADT_MAIL_FROM", TestMail.FROM);
        environment.put("KREISLAUFSTADT_MAIL_POLL", "PT0.5S");
        environment.put("KREISLAUFSTADT_MAIL_RETRIES", String.join(",", java.util.Collections.nCopies(200, "PT2S")));
        // Longer than what a mail server takes here; five minutes would be waited for at the end.
        environment.put("KREISLAUFSTADT_MAIL_LOSTAFTER", "PT45S");
        // At any time of the day.
        environment.put("KREISLAUFSTADT_HISTORY_CLEANUPFROM", "00:00");
        environment.put("KREISLAUFSTADT_HISTORY_CLEANUPUNTIL", "23:59");
        environment.put("SPRING_MAIL_HOST", "localhost");
        environment.put("SPRING_MAIL_PORT", String.valueOf(toMails.port()));
        environment.put(ProductionApplication.PORT, String.valueOf(port));
        environment.putAll(provider.settings());
        // So that the database says whose connection it is.
        environment.put("SPRING_DATASOURCE_HIKARI_DATASOURCEPROPERTIES_APPLICATIONNAME", name(node));
        return environment;
    }

    /** @return how the database calls the connections of a node */
    static String name(int node) {
        return "node-" + (node + 1);
    }

    private static Path cityWithManyPeople(Path folder) throws IOException {
        YAMLMapper yaml = new YAMLMapper();
        ObjectNode city = (ObjectNode) yaml.readTree(City.FILE.toFile());
        city.withArray("departments")
                .forEach(department -> ((ObjectNode) department)
                        .put("mailbox", department.path("key").asText() + "@example.org"));
        ArrayNode people = city.withArray("people");
        for (String department : List.of("wfm", "klima")) {
            for (int person = 0; person < CLERKS; person++) {
                people.addObject()
                        .put("id", department + "-" + person)
                        .put("name", "Sachbearbeitung " + person)
                        .put("department", department);
            }
        }
        city.putObject("signIn")
                .putArray("groups")
                .addObject()
                .put("claim", SlowProvider.CLAIM)
                .put("department", "wfm");
        return Files.write(folder.resolve("city.yaml"), yaml.writeValueAsBytes(city));
    }

    String password() {
        return password;
    }

    String database() {
        return DATABASE;
    }

    DatabaseServer server() {
        return server;
    }

    Proxy proxy() {
        return proxy;
    }

    GreenMail mails() {
        return mails;
    }

    Wire toMails() {
        return toMails;
    }

    SlowProvider provider() {
        return provider;
    }

    Wire wire(int node) {
        return wires.get(node);
    }

    ProductionApplication node(int node) {
        return nodes.get(node);
    }

    String address(int node) {
        return "http://localhost:" + nodes.get(node).port();
    }

    /** {@code kill -9} */
    void kill(int node) {
        nodes.get(node).kill();
    }

    /** Starts a dead node again, on the port it had, and does not wait for it. */
    void start(int node) {
        start(node, what);
    }

    /** The same, with another end of the command line. */
    void start(int node, List<String> other) {
        nodes.get(node).close();
        nodes.set(node, ProductionApplication.starting(settings.get(node), other));
    }

    /** From now on nodes that are started are this release. */
    void release(Path jar) {
        what = List.of("-jar", jar.toString());
    }

    void awaitReady(int node) {
        nodes.get(node).awaitReady();
    }

    /** Mends all ways, and starts what is dead. */
    void recover() {
        wires.forEach(Wire::mend);
        toMails.mend();
        provider.wire().mend();
        for (int node = 0; node < NODES; node++) {
            if (!nodes.get(node).isAlive()) {
                start(node);
            }
        }
        nodes.forEach(ProductionApplication::awaitReady);
    }

    /** Ends all nodes; the machine is free for others. */
    void rest() {
        nodes.forEach(ProductionApplication::kill);
    }

    @Override
    public void close() throws IOException {
        rest();
        nodes.forEach(ProductionApplication::close);
        for (Wire wire : wires) {
            wire.close();
        }
        toMails.close();
        provider.close();
        mails.stop();
    }
}
