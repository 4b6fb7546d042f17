package de.kreislaufstadt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One of those that are compared: how it starts, on which database, and how people work with it. */
final class Contender {

    static final String PRODUCT = "product";
    static final String STOCK = "stock";

    /** Stock with what the product has as well: a login with every request, rights, a tenant. */
    static final String GUARDED = "stock with login";

    private static final String REST = "/engine-rest/version";
    private static final String LOOKS_MILLIS = "250";
    private static final String LOOKS_FLOWABLE = "PT0.25S";

    private final Servers servers;
    private final String name;
    private final Database database;
    private final List<Path> municipalities;
    private Server server;
    private String jar = Servers.jar("product.jar");
    private Map<String, String> told = Map.of();

    private Contender(Servers servers, String name, Database database, List<Path> municipalities) {
        this.servers = servers;
        this.name = name;
        this.database = database;
        this.municipalities = municipalities;
    }

    /** Everybody who can be had, each with a new database and not started yet. */
    static List<Contender> all(Servers servers) throws IOException {
        return all(
                servers,
                System.getProperty("bench.engines", "product,stock,stock with login,operaton,flowable,cibseven"));
    }

    /** @param wanted their names, with commas between them */
    static List<Contender> all(Servers servers, String wanted) throws IOException {
        List<Contender> all = new ArrayList<>();
        for (String name : wanted.split(",")) {
            boolean product = name.equals(PRODUCT);
            Database database =
                    servers.newDatabase("engines_" + name.replace(' ', '_'), product ? "camunda" : "public");
            List<Path> files = product
                    ? List.of(Servers.municipality("/managers-city.yaml", ProductDesk.CITY, "Stadt", 1, 5))
                    : List.of();
            all.add(new Contender(servers, name, database, files));
        }
        return all;
    }

    String name() {
        return name;
    }

    Database database() {
        return database;
    }

    Server server() {
        return server;
    }

    boolean isFlowable() {
        return name.equals("flowable");
    }

    /** The product is started from this jar instead of the packaged one, and told more by its environment. */
    void startsFrom(Path unpacked, Map<String, String> environment) {
        jar = unpacked.toString();
        told = environment;
    }

    /** Starts it, and sets up who works there if nobody does yet. */
    void start(List<String> java) throws IOException, InterruptedException {
        server = node("1", java, Map.of());
        prepare();
    }

    /** @param number of the node, for its log */
    Server node(String number, List<String> java, Map<String, String> more) throws IOException, InterruptedException {
        String log = database.name() + "-" + number;
        if (name.equals(PRODUCT)) {
            Map<String, String> environment = servers.environment(database, municipalities);
            environment.putAll(told);
            environment.putAll(more);
            List<String> command =
                    Stream.concat(java.stream(), Stream.of("-jar", jar)).toList();
            return servers.product(log, command, environment);
        }
        if (isFlowable()) {
            return servers.other(log, "flowable.jar", database, java, more, "/process-api/repository/deployments");
        }
        if (name.equals(GUARDED)) {
            Map<String, String> guarded = new TreeMap<>(more);
            guarded.put("SPRING_PROFILES_ACTIVE", "guarded");
            return servers.other(log, "stock.jar", database, java, guarded, "/");
        }
        return servers.other(log, name + ".jar", database, java, more, REST);
    }

    /**
     * A node that looks for due jobs several times a second, whatever it does by itself, so that all nodes begin at the same moment. What
     * it counts about that it writes down.
     */
    Server jobNode(String number) {
        String prefix = name.equals("operaton") ? "OPERATON_BPM_" : "CAMUNDA_BPM_";
        Map<String, String> environment = new TreeMap<>();
        if (isFlowable()) {
            environment.put("FLOWABLE_PROCESS_ASYNC_EXECUTOR_DEFAULT_ASYNC_JOB_ACQUIRE_WAIT_TIME", LOOKS_FLOWABLE);
            environment.put("FLOWABLE_PROCESS_ASYNC_EXECUTOR_DEFAULT_TIMER_JOB_ACQUIRE_WAIT_TIME", LOOKS_FLOWABLE);
        } else {
            environment.put(prefix + "JOB_EXECUTION_WAIT_TIME_IN_MILLIS", LOOKS_MILLIS);
            environment.put(prefix + "JOB_EXECUTION_MAX_WAIT", LOOKS_MILLIS);
        }
        if (name.equals(PRODUCT)) {
            // It keeps no such figures unless it is told to.
            environment.put("CAMUNDA_BPM_METRICS_ENABLED", "true");
            environment.put("CAMUNDA_BPM_METRICS_DB_REPORTER_ACTIVATE", "true");
        }
        try {
            return node(number, List.of(Servers.USUAL_HEAP), environment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void prepare() {
        if (name.equals(PRODUCT)) {
            Client admin = new Client(server.port()).as("admin", servers.secret());
            Stream.of("clerk", "head")
                    .forEach(who -> City.join(
                            admin,
                            ProductDesk.CITY + "-" + who,
                            Servers.groups(ProductDesk.CITY, 5).subList(1, 5)));
        } else if (name.equals(GUARDED)) {
            Client admin = new Client(server.port()).as("admin", servers.secret());
            admin.post("/engine-rest/tenant/create", Map.of("id", "city", "name", "city"));
            City.prepareClerk(admin, servers.secret());
            admin.send("PUT", "/engine-rest/tenant/city/user-members/clerk", null);
        }
    }

    /** @return a desk with a connection of its own */
    Desk desk() {
        return desk(server);
    }

    Desk desk(Server node) {
        Client client = new Client(node.port());
        if (name.equals(PRODUCT)) {
            return new ProductDesk(node.port(), servers.secret());
        }
        if (name.equals(GUARDED)) {
            return new EngineDesk(client.as("clerk", servers.secret()), "clerk");
        }
        return isFlowable() ? new FlowableDesk(client) : new EngineDesk(client, "clerk");
    }
}
