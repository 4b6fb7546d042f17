package de.kreislaufstadt.opendata;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Parts of addresses, and what is said of other addresses in headers. */
final class Addresses {

    private Addresses() {}

    /** @return the parameters as a query, without the question mark */
    static String query(Map<String, Object> parameters) {
        StringJoiner query = new StringJoiner("&");
        parameters.forEach(
                (name, value) -> query.add(name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8)));
        return query.toString();
    }

    /**
     * @param last number of the last page
     * @param address makes the address of a page
     * @return value of a {@code Link} header (RFC 8288) with the pages around this one
     */
    static String links(int page, int last, IntFunction<String> address) {
        Map<String, Integer> near = new TreeMap<>();
        near.put("first", 1);
        near.put("last", last);
        if (page > 1) {
            near.put("prev", page - 1);
        }
        if (page < last) {
            near.put("next", page + 1);
        }
        StringJoiner links = new StringJoiner(", ");
        near.forEach((relation, number) -> links.add("<" + address.apply(number) + ">; rel=\"" + relation + "\""));
        return links.toString();
    }
}
