package de.kreislaufstadt.gate;

import de.kreislaufstadt.form.Markdown;
import de.kreislaufstadt.form.Texts;
import de.kreislaufstadt.gate.Signature.Result;
import de.kreislaufstadt.measure.CoSignatureStanding;
import de.kreislaufstadt.measure.SignableRecord;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.TaskContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What signers read: the fixed version, who has signed how, and what became of earlier rounds. */
@Component
class SignatureView implements CoSignatureStanding {

    private final SignatureTable table;
    private final SignableRecord records;
    private final DepartmentDirectory departments;
    private final Texts texts = Texts.of("gate");

    SignatureView(SignatureTable table, SignableRecord records, DepartmentDirectory departments) {
        this.table = table;
        this.records = records;
        this.departments = departments;
    }

    /** @return the round that the task belongs to */
    Round current(TaskContext task) {
        UUID id = task.id("coSignRound");
        return table.rounds(task.municipality(), task.measureId()).stream()
                .filter(round -> round.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No round " + id));
    }

    Map<String, Object> form(TaskContext task) {
        List<Round> rounds = table.rounds(task.municipality(), task.measureId());
        Round round = current(task);
        Map<String, Object> data = new HashMap<>();
        data.put("proposal", records.text(task.municipality(), task.measureId()));
        data.put("fixed", texts.get("gate.fixed", round.number(), round.version(), round.hash()));
        data.put("round", round.number());
        data.put("additions", round.additions() == null ? null : Markdown.escape(round.additions()));
        data.put("signatures", signatures(task.municipality(), round));
        data.put(
                "earlier",
                rounds.stream()
                        .filter(earlier -> earlier.outcome() == Round.Outcome.RESET)
                        .map(earlier -> texts.get("gate.reset", earlier.number())
                                + "\n\n"
                                + signatures(task.municipality(), earlier))
                        .reduce((first, second) -> first + "\n\n" + second)
                        .orElse(null));
        return data;
    }

    @Override
    public Optional<Standing> standing(String municipality, UUID measureId) {
        Optional<Round> latest = table.latest(municipality, measureId)
                .filter(round -> !round.signatures().isEmpty());
        return latest.map(round -> {
            boolean asked = round.signatures().stream().anyMatch(signature -> signature.result() != Result.NOBODY);
            boolean same = !asked
                    || PlanCoSignature.hash(
                                    records.fixed(municipality, measureId).hash(), round.additions())
                            .equals(round.hash());
            String text = signatures(municipality, round)
                    + (round.additions() == null
                            ? ""
                            : "\n\n" + texts.get("gate.additions", Markdown.escape(round.additions())))
                    + (round.statement() == null
                            ? ""
                            : "\n\n" + texts.get("gate.statement", Markdown.escape(round.statement())))
                    + (same ? "" : "\n\n" + texts.get("gate.changedSince"));
            return new Standing(text, same && whole(round));
        });
    }

    @Override
    public List<Map<String, Object>> rounds(String municipality, UUID measureId) {
        List<Map<String, Object>> rounds = new ArrayList<>();
        for (Round round : table.rounds(municipality, measureId)) {
            if (round.signatures().isEmpty()) {
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", round.number());
            row.put("version", round.version());
            row.put("hash", round.hash());
            row.put("outcome", texts.get("gate.outcome." + (round.outcome() == null ? "OPEN" : round.outcome())));
            row.put("statement", round.statement());
            row.put(
                    "signatures",
                    round.signatures().stream()
                            .map(signature -> row(municipality, round, signature))
                            .toList());
            rounds.add(0, row);
        }
        return rounds;
    }

    private Map<String, Object> row(String municipality, Round round, Signature signature) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("who", who(municipality, signature));
        row.put("missing", round.outcome() == null && signature.result() == null);
        row.put("result", result(round, signature));
        row.put("remark", signature.remark());
        return row;
    }

    /** A place that was empty when its round ended stays empty: nobody waits for it. */
    private String result(Round round, Signature signature) {
        if (signature.result() != null) {
            return texts.name("gate.result", signature.result());
        }
        return texts.get(round.outcome() == null ? "gate.result.missing" : "gate.result.notNeeded");
    }

    /** @return whether everybody who could be asked has signed */
    static boolean whole(Round round) {
        return round.signatures().stream()
                .map(Signature::result)
                .allMatch(result -> result == Result.SIGNED || result == Result.NOBODY);
    }

    private String signatures(String municipality, Round round) {
        return Markdown.table(
                List.of(
                        texts.get("gate.column.department"),
                        texts.get("gate.column.result"),
                        texts.get("gate.column.remark")),
                round.signatures().stream()
                        .map(signature -> List.of(
                                who(municipality, signature),
                                result(round, signature),
                                signature.remark() == null ? "–" : signature.remark()))
                        .toList());
    }

    private String who(String municipality, Signature signature) {
        String roles = signature.roles().stream()
                .map(role -> texts.get("gate.role." + role))
                .collect(Collectors.joining(", "));
        return signature.department() == null
                ? roles
                : departments.nameOf(municipality, signature.department()) + " (" + roles + ")";
    }
}
