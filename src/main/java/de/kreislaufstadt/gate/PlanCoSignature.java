package de.kreislaufstadt.gate;

import de.kreislaufstadt.gate.CoSigners.Asked;
import de.kreislaufstadt.gate.Signature.Result;
import de.kreislaufstadt.measure.SignableRecord;
import de.kreislaufstadt.measure.SignableRecord.Fixed;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Change;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.ItemRef;
import de.kreislaufstadt.process.Outcome;
import de.kreislaufstadt.process.ServiceStep;
import de.kreislaufstadt.process.TaskContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Opens a round of signatures about the record as it stands: at the beginning, and again whenever what is signed has changed.
 * Who signed with a change has signed what is to be signed now; everybody else signs anew.
 */
@Component
class PlanCoSignature implements ServiceStep {

    private final CoSigners signers;
    private final SignatureTable table;
    private final SignableRecord records;
    private final ApplicationEventPublisher events;

    PlanCoSignature(CoSigners signers, SignatureTable table, SignableRecord records, ApplicationEventPublisher events) {
        this.signers = signers;
        this.table = table;
        this.records = records;
        this.events = events;
    }

    @Override
    public String step() {
        return "plan-co-signature";
    }

    @Override
    public Outcome run(TaskContext scope) {
        Asked asked = signers.of(scope, records.touches(scope.municipality(), scope.measureId()));
        Optional<Round> latest = table.latest(scope.municipality(), scope.measureId());
        Optional<Round> before = scope.text("coSignRound") == null ? Optional.empty() : latest;
        before.ifPresent(round -> reset(scope, round));
        boolean needed = !asked.byDepartment().isEmpty();
        // Where somebody was asked before, a round without anybody says that nobody has to sign what it is now.
        if (!needed && asked.nobodys().isEmpty() && latest.isEmpty()) {
            return Outcome.of("coSignNeeded", false).and("coSigners", List.of()).and("coSignature", "FORWARD");
        }
        Round round = round(scope, asked, before.filter(last -> scope.flag("coSignAgain")), needed);
        table.open(scope, round);
        if (needed) {
            events.publishEvent(action(scope, BusinessAction.Kind.COSIGNATURE_OPENED, round)
                    .changing(Change.of("version", null, round.version()), Change.of("hash", null, round.hash())));
        }
        return Outcome.of("coSignNeeded", needed)
                .and("coSignRound", round.id())
                .and("coSignAgain", false)
                .and("coSignature", "FORWARD")
                .and(
                        "coSigners",
                        round.signatures().stream()
                                .filter(signature -> signature.result() == null)
                                .map(signature -> ItemRef.of(signature.id(), signature.department()))
                                .toList());
    }

    private void reset(TaskContext scope, Round round) {
        events.publishEvent(action(scope, BusinessAction.Kind.COSIGNATURES_RESET, round)
                .changing(Change.of("signatures", String.join(", ", round.signers()), null)));
    }

    private static BusinessAction action(TaskContext scope, BusinessAction.Kind kind, Round round) {
        return BusinessAction.of(
                scope.municipality(),
                scope.measureId(),
                kind,
                Subject.of(scope).about(round.id().toString()),
                scope.actor());
    }

    /** @param changed the round that somebody has signed with a change; empty where the record itself is new */
    private Round round(TaskContext scope, Asked asked, Optional<Round> changed, boolean needed) {
        Fixed fixed = needed ? records.fixed(scope.municipality(), scope.measureId()) : new Fixed(1, hash("", null));
        String additions = changed.map(PlanCoSignature::additions).orElse(null);
        List<Signature> places = new ArrayList<>();
        asked.byDepartment().forEach((department, roles) -> {
            Optional<Signature> kept = changed.stream()
                    .flatMap(round -> round.signatures().stream())
                    .filter(signature -> signature.result() == Result.SIGNED_WITH_CHANGE)
                    .filter(signature -> department.equals(signature.department()))
                    .findFirst();
            places.add(new Signature(
                    UUID.randomUUID(),
                    places.size() + 1,
                    roles,
                    department,
                    kept.map(signature -> Result.SIGNED).orElse(null),
                    null,
                    kept.map(Signature::signedBy).orElse(null),
                    kept.map(Signature::signedAt).orElse(null)));
        });
        asked.nobodys()
                .forEach(role -> places.add(new Signature(
                        UUID.randomUUID(), places.size() + 1, List.of(role), null, Result.NOBODY, null, null, null)));
        return new Round(
                UUID.randomUUID(),
                0,
                fixed.version(),
                hash(fixed.hash(), additions),
                additions,
                needed ? null : Round.Outcome.FORWARD,
                null,
                places);
    }

    private static String additions(Round round) {
        List<String> all = new ArrayList<>();
        if (round.additions() != null) {
            all.add(round.additions());
        }
        round.signatures().stream()
                .filter(signature -> signature.result() == Result.SIGNED_WITH_CHANGE)
                .map(Signature::remark)
                .forEach(all::add);
        return String.join("\n", all);
    }

    /** @return hash of a version with the changes that were signed in; the version's own where there are none */
    static String hash(String version, String additions) {
        if (additions == null && !version.isEmpty()) {
            return version;
        }
        try {
            String whole = version + "\n" + (additions == null ? "" : additions);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
