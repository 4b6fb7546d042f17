package de.kreislaufstadt.rights;

import de.kreislaufstadt.rights.Matrix.Operation;
import de.kreislaufstadt.support.Endpoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Compares the endpoints of the running application with the rows of the matrix. */
final class MatrixCoverage {

    private MatrixCoverage() {}

    /** @return endpoints that no row names, as "METHOD /path" */
    static List<String> withoutRow(Collection<Endpoint> endpoints, Rights rights) {
        List<String> written = written(rights);
        return endpoints.stream()
                .map(endpoint -> endpoint.method() + " " + withoutSlash(endpoint.path()))
                .map(MatrixCoverage::withoutNames)
                .filter(endpoint -> !written.contains(endpoint))
                .toList();
    }

    /**
     * @return what rows name though the application does not answer to it; files and their folders may be named one by one
     */
    static List<String> withoutEndpoint(Collection<Endpoint> endpoints, Rights rights) {
        List<String> found = endpoints.stream()
                .map(endpoint -> withoutNames(endpoint.method() + " " + withoutSlash(endpoint.path())))
                .toList();
        return written(rights).stream()
                .filter(row -> !found.contains(row) && !isFile(row))
                .toList();
    }

    private static List<String> written(Rights rights) {
        List<String> written = new ArrayList<>();
        for (Operation operation : rights.operations()) {
            operation
                    .endpoints()
                    .forEach(endpoint -> Rights.written(endpoint).stream()
                            .map(MatrixCoverage::withoutNames)
                            .forEach(written::add));
        }
        return written;
    }

    private static boolean isFile(String row) {
        String path = row.substring(row.indexOf(' ') + 1).replace("/**", "");
        return row.startsWith("GET ")
                && (new ClassPathResource("static" + path).exists()
                        || new ClassPathResource("META-INF/resources" + path).exists());
    }

    private static String withoutNames(String endpoint) {
        return endpoint.replaceAll("\\{[^}]*}", "{}");
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
