package de.kreislaufstadt.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.kreislaufstadt.form.FieldProblem;
import java.util.List;

/**
 * What became of a row, to be kept: every field of the source with its original, and every field of the record. Texts stand in it
 * as keys with their values, so that everybody reads them in their own language; originals as they were.
 */
final class RowReport {

    private final ObjectMapper json;
    private final KeptWords words;

    RowReport(ObjectMapper json) {
        this.json = json;
        this.words = new KeptWords(json);
    }

    /** @param problem why the row could not be carried out although its plan was sound; null if it could */
    String of(City city, ImportPlan.Row row, FieldProblem problem) {
        ObjectNode report = json.createObjectNode();
        findings(report, row.findings());
        ArrayNode source = report.putArray("source");
        row.accounts().forEach(account -> account(source.addObject(), account));
        ArrayNode fields = report.putArray("fields");
        row.fields().forEach(field -> field(city, fields.addObject(), field));
        if (problem != null) {
            problem(report, problem);
        }
        return report.toString();
    }

    private void account(ObjectNode node, Account account) {
        node.put("part", account.part().name());
        node.put("position", account.position());
        node.put("path", plain(account.field().path()));
        node.put("original", plain(account.field().text()));
        node.put("kind", account.field().kind().name());
        node.put("fate", account.fate().name());
        node.put("target", account.target() == null ? null : account.target().path());
        findings(node, account.findings());
    }

    private void field(City city, ObjectNode node, ImportPlan.Field field) {
        node.put("path", plain(field.path()));
        node.put("target", field.target() == null ? null : field.target().path());
        node.put("fate", field.fate().name());
        node.set("before", words.keep(city, field.target(), field.before()));
        node.set("after", words.keep(city, field.target(), field.after()));
        node.put("original", plain(field.original()));
        findings(node, field.findings());
        if (field.problem() != null) {
            problem(node, field.problem());
        }
    }

    private void findings(ObjectNode node, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        ArrayNode all = node.putArray("findings");
        findings.forEach(finding -> {
            ObjectNode one = all.addObject().put("kind", finding.kind().name());
            values(one, finding.arguments());
        });
    }

    private void problem(ObjectNode node, FieldProblem problem) {
        ObjectNode one = node.putObject("problem").put("key", problem.messageKey());
        values(one, problem.arguments());
    }

    private void values(ObjectNode node, List<Object> arguments) {
        ArrayNode values = node.putArray("values");
        arguments.forEach(argument -> values.add(words.keep(null, null, argument)));
    }

    private static String plain(String text) {
        return KeptWords.plain(text);
    }
}
