package de.kreislaufstadt.isolation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import de.kreislaufstadt.support.Endpoint;
import de.kreislaufstadt.support.Http;
import de.kreislaufstadt.support.Http.Answer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One person who calls every endpoint with the ids of a city that is not theirs, and says what they learnt. */
final class Walker {

    private static final int MOST_IDS = 2;
    private static final int WRONG = 400;
    private static final int TOO_OFTEN = 429;

    /** What the gate says of operations that the matrix gives to others. */
    private static final String REFUSED_TO_ALL = "Diese Aktion steht Ihnen nicht zur Verfügung";

    /** The same resources as below {@code /engine-rest} itself, behind the same rows of the matrix. */
    static final String SAME_AGAIN = "/engine-rest/engine/{name}/";

    private static final Pattern COUNTS = Pattern.compile(".*([/-]count|/statistics|/report)");
    private final int port;
    final String user;
    private final MarkedCity city;

    /** Words that only the marked city has; few, since every answer is searched for each. */
    private final List<String> words;

    private final Set<String> secretIds = new HashSet<>();
    private final Predicate<Endpoint> mine;
    private final JsonMapper json = new JsonMapper();
    private Http rest;
    private Http browser;
    private boolean signedIn;

    final Set<Endpoint> walked = new HashSet<>();

    /** Requests that were answered as somebody wished who may ask them: else a walk would prove nothing. */
    int answered;

    /** @param mine which endpoints this person calls */
    Walker(int port, String user, MarkedCity city, Predicate<Endpoint> mine) {
        this.port = port;
        this.user = user;
        this.city = city;
        this.mine = mine;
        this.words = city.words();
        city.ids.values().forEach(ids -> ids.forEach(id -> secretIds.addAll(Addresses.idsIn(id))));
    }

    /** @return what was seen, guessed or broken, one line each */
    List<String> walk(Collection<Endpoint> endpoints) {
        List<String> found = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            if (!mine.test(endpoint)) {
                continue;
            }
            walked.add(endpoint);
            String method = endpoint.method().equals("*") ? "GET" : endpoint.method();
            List<String> words = Addresses.words(endpoint.path());
            if (words.isEmpty()) {
                lists(endpoint, method, found);
            } else {
                ids(endpoint, method, words, found);
            }
        }
        return found;
    }

    /** @return what every list and count answers, to be compared with another day */
    Map<String, String> counts(Collection<Endpoint> endpoints) {
        Map<String, String> counts = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            if (mine.test(endpoint)
                    && !endpoint.path().startsWith(SAME_AGAIN)
                    && Set.of("GET", "POST").contains(endpoint.method())
                    && Addresses.words(endpoint.path()).isEmpty()
                    && COUNTS.matcher(endpoint.path()).matches()) {
                boolean reads = endpoint.method().equals("GET");
                Answer answer =
                        ask(endpoint.method(), Addresses.filled(endpoint.path(), Map.of()), reads ? null : "{}");
                counts.put(endpoint.method() + " " + endpoint.path(), answer.status() + " " + answer.body());
            }
        }
        return counts;
    }

    private void lists(Endpoint endpoint, String method, List<String> found) {
        String path = Addresses.filled(endpoint.path(), Map.of());
        String bound = method.equals("GET") ? "?maxResults=2000" : "";
        Answer first = ask(method, path + bound, method.equals("GET") ? null : "{}");
        look(endpoint, first, Set.of(), found);
        if (endpoint.path().startsWith(SAME_AGAIN) || first.body().contains(REFUSED_TO_ALL)) {
            return;
        }
        if (method.equals("GET")) {
            look(endpoint, ask(method, path + "?maxResults=2000&tenantIdIn=" + MarkedCity.ID, null), Set.of(), found);
            look(endpoint, ask(method, path + "?maxResults=2000&" + query(), null), Set.of(), found);
        } else if (!path.endsWith("/logout") && !path.endsWith("/anmelden")) {
            look(endpoint, ask(method, path, body()), Set.of(), found);
        }
    }

    private void ids(Endpoint endpoint, String method, List<String> words, List<String> found) {
        List<Map<String, String>> choices = choices(endpoint, words);
        for (Map<String, String> choice : choices) {
            Map<String, String> unknown = new LinkedHashMap<>();
            choice.forEach((name, value) -> unknown.put(name, Addresses.alike(value)));
            String body = method.equals("GET") || method.equals("DELETE") ? null : body();
            Answer foreign = ask(method, Addresses.filled(endpoint.path(), choice), body);
            look(endpoint, foreign, Set.copyOf(choice.values()), found);
            if (foreign.status() == WRONG && body != null) {
                // The body was of no use there, e.g. for Cockpit's queries, which take no field they do not know.
                body = "{}";
                foreign = ask(method, Addresses.filled(endpoint.path(), choice), body);
                look(endpoint, foreign, Set.copyOf(choice.values()), found);
            }
            if (foreign.body().contains(REFUSED_TO_ALL)) {
                // The matrix refuses the operation whatever it is about.
                break;
            }
            Answer nobody = ask(method, Addresses.filled(endpoint.path(), unknown), body);
            // Pages without sign-in put a ceiling on how often anybody asks, whatever for.
            boolean tooOften = foreign.status() == TOO_OFTEN || nobody.status() == TOO_OFTEN;
            if (foreign.status() != nobody.status() && !tooOften) {
                found.add("%s as %s with %s: %d, and for an unknown id %d"
                        .formatted(endpoint, user, choice, foreign.status(), nobody.status()));
            }
        }
    }

    private void look(Endpoint endpoint, Answer answer, Set<String> sent, List<String> found) {
        String body = answer.body();
        for (String word : sent) {
            body = body.replace(word, "");
        }
        Set<String> own = new HashSet<>();
        sent.forEach(word -> own.addAll(Addresses.idsIn(word)));
        List<String> seen = new ArrayList<>(words);
        Addresses.idsIn(body).stream()
                .filter(id -> secretIds.contains(id) && !own.contains(id))
                .forEach(seen::add);
        for (String secret : seen) {
            if (body.contains(secret)) {
                int at = body.indexOf(secret);
                found.add("%s as %s sees %s: …%s…"
                        .formatted(
                                endpoint,
                                user,
                                secret,
                                body.substring(Math.max(0, at - 60), Math.min(body.length(), at + 60))));
                return;
            }
        }
        if (answer.status() >= 500) {
            found.add("%s as %s: %d %s".formatted(endpoint, user, answer.status(), body));
        }
    }

    /** Ids of what the word before the variable speaks of; ids of everything where nobody knows. */
    private List<Map<String, String>> choices(Endpoint endpoint, List<String> words) {
        Set<String> known = new LinkedHashSet<>();
        String first = words.get(0).split(" ")[0];
        if (city.ids.containsKey(first)) {
            known.addAll(city.ids.get(first));
        } else {
            city.ids.values().forEach(ids -> ids.stream().limit(1).forEach(known::add));
        }
        List<Map<String, String>> choices = new ArrayList<>();
        Stream<String> values = known.stream();
        int most = endpoint.path().startsWith(SAME_AGAIN) ? 1 : MOST_IDS;
        (city.ids.containsKey(first) ? values.limit(most) : values).forEach(value -> {
            Map<String, String> choice = new LinkedHashMap<>();
            for (String word : words) {
                String before = word.split(" ")[0];
                boolean same = word.equals(words.get(0)) || !city.ids.containsKey(before);
                choice.put(
                        word.split(" ")[1],
                        same ? value : city.ids.get(before).iterator().next());
            }
            choices.add(choice);
        });
        return choices;
    }

    private String query() {
        return "processInstanceId=" + first("process-instance") + "&taskId=" + first("task") + "&ids=" + first("task")
                + "&executionId=" + first("execution") + "&userId=" + first("user") + "&id=" + first("user")
                + "&groupId=" + first("group") + "&processInstanceIdIn=" + first("process-instance")
                + "&parentProcessInstanceIdIn=" + first("process-instance") + "&processDefinitionIdIn="
                + first("process-definition") + "&parentProcessDefinitionIdIn=" + first("process-definition");
    }

    private String body() {
        return json.createObjectNode()
                .put("processInstanceId", first("process-instance"))
                .put("taskId", first("task"))
                .put("executionId", first("execution"))
                .put("processDefinitionId", first("process-definition"))
                .put("tenantId", MarkedCity.ID)
                .put("userId", "wfm-leitung")
                .put("groupId", first("group"))
                .put("department", "wfm")
                .put("colleague", "wfm-leitung")
                .put("person", "wfm-leitung")
                .put("reason", "x")
                .put("question", "x")
                .put("answer", "x")
                .put("date", "2031-03-03")
                .put("version", 0)
                .toString();
    }

    private String first(String word) {
        return city.ids.getOrDefault(word, Set.of("x")).iterator().next();
    }

    private Answer ask(String method, String path, String body) {
        boolean byBrowser = !path.startsWith("/engine-rest");
        Answer answer = (byBrowser ? browser() : rest()).send(method, path.replace(" ", "%20"), body);
        if (byBrowser && answer.status() == 401 && signedIn) {
            // The session has ended on the way: without a new one, all that follows would be refused and prove nothing.
            browser = null;
            signedIn = false;
            answer = browser().send(method, path.replace(" ", "%20"), body);
        }
        signedIn |= byBrowser && answer.status() != 401;
        answered += answer.status() < 300 ? 1 : 0;
        if (path.endsWith("/logout") || path.endsWith("/abmelden")) {
            browser = null;
        }
        return answer;
    }

    private Http rest() {
        if (rest == null) {
            rest = new Http(port).as(user);
        }
        return rest;
    }

    private Http browser() {
        if (browser == null) {
            browser = new Http(port);
            browser.signIn(user, "tasklist");
        }
        return browser;
    }
}
