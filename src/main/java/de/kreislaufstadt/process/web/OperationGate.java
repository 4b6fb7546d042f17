package de.kreislaufstadt.process.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.engine.people.SignedIn;
import de.kreislaufstadt.rights.Rights;
import de.kreislaufstadt.rights.Role;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngines;

/**
 * Stands in front of every operation of the engine's REST API, on {@code /engine-rest} and below the web applications
 * alike. What the matrix of rights allows has been asked before; here it is asked again, of the groups the engine itself goes
 * by. Nobody may send expressions beyond the three that inbox filters use.
 */
final class OperationGate {

    /** The matrix allows the same on every way in; what it allows on one only, has been asked before. */
    private static final String REST = "/engine-rest/";

    /** Larger than any form of ours; keeps one request from filling the memory. */
    private static final int MAX_BODY_BYTES = 2 * 1024 * 1024;

    private static final int BYTES_PER_MEGABYTE = 1024 * 1024;

    /** The web applications' login page asks for the engine's name before it signs in; it is always "default". */
    private static final String ENGINE_NAMES = "engine";

    /** Collections that can be read page by page. */
    private static final Pattern LISTS = Pattern.compile(
            "(task|process-definition|process-instance|execution|job|job-definition|incident|variable-instance|user|group"
                    + "|tenant|deployment|decision-definition|authorization|filter|external-task|batch|history/[a-z-]+)");

    /** The same as {@code query-max-results-limit}. */
    private static final int LONGEST_LIST = 2000;

    private static final Set<String> FILTER_EXPRESSIONS =
            Set.of("${now()}", "${currentUser()}", "${currentUserGroups()}");

    private static final Pattern STATISTICS = Pattern.compile("process-definition/([^/]+)/statistics");

    private final Rights rights;
    private final Answers answers;
    private final ObjectMapper json;

    OperationGate(Rights rights, Answers answers, ObjectMapper json) {
        this.rights = rights;
        this.answers = answers;
        this.json = json;
    }

    void filter(ContainerRequestContext request) throws IOException {
        String path = withoutEngine(request.getUriInfo().getPath());
        Login who = SignedIn.current().orElse(null);
        if (who == null && "GET".equals(request.getMethod()) && ENGINE_NAMES.equals(path)) {
            return;
        }
        if (who == null) {
            refuse(request, 401, "process.unauthenticated");
            return;
        }
        bound(request, path);
        if (!rights.permits(RightsFilter.rolesOf(who), request.getMethod(), REST + path)) {
            refuse(request, 403, "process.operationDenied");
            return;
        }
        if (endsOwnAdministration(request.getMethod(), path, who)) {
            refuse(request, 403, "process.ownAdministration");
            return;
        }
        if (isStatisticsOfNothing(path)) {
            refuse(request, 404, "process.notFound");
            return;
        }
        byte[] body = jsonOf(request);
        if (body.length > MAX_BODY_BYTES) {
            refuse(request, 413, "process.tooLarge", MAX_BODY_BYTES / BYTES_PER_MEGABYTE);
        } else if (hasForeignExpression(request.getUriInfo()) || hasForeignExpression(body)) {
            refuse(request, 400, "process.expressionDenied");
        }
    }

    /** Whoever administers stays administrator until another one says otherwise: so there is always one left. */
    private static boolean endsOwnAdministration(String method, String path, Login who) {
        return "DELETE".equals(method)
                && (path.equals("user/" + who.user())
                        || path.equals("group/" + Role.ADMINISTRATORS + "/members/" + who.user()));
    }

    /** The engine counts for a model of another city, too: nothing, where a model that is not there is a 404. */
    private static boolean isStatisticsOfNothing(String path) {
        Matcher statistics = STATISTICS.matcher(path);
        return statistics.matches()
                && ProcessEngines.getDefaultProcessEngine()
                                .getRepositoryService()
                                .createProcessDefinitionQuery()
                                .processDefinitionId(statistics.group(1))
                                .count()
                        == 0;
    }

    /** Reads a JSON body up to one byte more than is allowed, and leaves it to whoever comes next; empty for any other body. */
    private static byte[] jsonOf(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (!request.hasEntity() || type == null || !type.getSubtype().contains("json")) {
            return new byte[0];
        }
        byte[] body = request.getEntityStream().readNBytes(MAX_BODY_BYTES + 1);
        request.setEntityStream(new ByteArrayInputStream(body));
        return body;
    }

    /**
     * Gives a list without a bound the largest the engine allows: it answers 400 to unbounded lists, and Cockpit asks for
     * some.
     */
    private static void bound(ContainerRequestContext request, String path) {
        UriInfo uri = request.getUriInfo();
        if (LISTS.matcher(path).matches() && !uri.getQueryParameters().containsKey("maxResults")) {
            request.setRequestUri(uri.getRequestUriBuilder()
                    .queryParam("maxResults", LONGEST_LIST)
                    .build());
        }
    }

    /** Below the web applications the engine's name is part of the path, on {@code /engine-rest} it may be. */
    private static String withoutEngine(String path) {
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return relative.replaceFirst("^engine/default/", "").replaceFirst("/+$", "");
    }

    private static boolean hasForeignExpression(UriInfo uri) {
        return uri.getQueryParameters().entrySet().stream()
                .anyMatch(parameter -> isExpressionKey(parameter.getKey())
                        && !parameter.getValue().stream().allMatch(OperationGate::isFilterExpression));
    }

    private boolean hasForeignExpression(byte[] body) {
        try {
            JsonNode content = json.readTree(body);
            return content != null && foreignExpressionIn(content);
        } catch (IOException e) {
            // Malformed JSON gets its 400 where it is read.
            return false;
        }
    }

    private static boolean foreignExpressionIn(JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isExpressionKey(field.getKey())
                    && !isFilterExpression(field.getValue().asText())) {
                return true;
            }
        }
        for (JsonNode child : node) {
            if (foreignExpressionIn(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isExpressionKey(String key) {
        return key.endsWith("Expression");
    }

    private static boolean isFilterExpression(String value) {
        return FILTER_EXPRESSIONS.contains(value.replaceAll("\\s", ""));
    }

    private void refuse(ContainerRequestContext request, int status, String messageKey, Object... arguments) {
        Locale locale = Answers.locale(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        request.abortWith(Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answers.problem(status == 413 ? "TooLarge" : "Forbidden", messageKey, locale, arguments))
                .build());
    }
}
