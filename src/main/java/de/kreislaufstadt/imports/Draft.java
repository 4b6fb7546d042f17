package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.imports.Account.Treatment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the records of one measure say, field by field, while they are read. */
final class Draft {

    private final String id;
    private final int position;
    private final boolean beside;
    private final Map<Target, Object> stated = new EnumMap<>(Target.class);
    private final Map<Target, String> originals = new EnumMap<>(Target.class);
    private final List<Account> accounts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Target, List<Finding>> byTarget = new EnumMap<>(Target.class);
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final List<StatusReport> comments = new ArrayList<>();
    private SourceRecord reading;

    /**
     * @param id what its source calls it; empty if it does not
     * @param position place in the first file that has it
     */
    Draft(String id, int position) {
        this(id, position, false);
    }

    private Draft(String id, int position, boolean beside) {
        this.id = id;
        this.position = position;
        this.beside = beside;
    }

    /** What is said only beside a measure that has no row itself, and must therefore be there already. */
    static Draft beside(String id, int position) {
        return new Draft(id, position, true);
    }

    /**
     * Why a field cannot be taken.
     *
     * @param original what the source says
     */
    record Refusal(FieldProblem problem, String original) {}

    String id() {
        return id;
    }

    int position() {
        return position;
    }

    /** @return whether it cannot be a new measure */
    boolean isBeside() {
        return beside;
    }

    /** Everything said from here on is about fields of this record. */
    Draft reading(SourceRecord record) {
        reading = record;
        return this;
    }

    /** The field goes into the record in its own words, or stays in the original where the target is null. */
    void keep(SourceField field, Target target, Object value, List<Finding> found) {
        account(field, Treatment.KEPT, target, value, found);
    }

    /** The field goes into the record as something else than its words. */
    void map(SourceField field, Target target, Object value, List<Finding> found) {
        account(field, Treatment.MAPPED, target, value, found);
    }

    /** The field stays in the original alone, for the reasons given. */
    void setAside(SourceField field, Finding... found) {
        account(field, Treatment.KEPT, null, null, List.of(found));
    }

    /** The field makes it impossible to take the row. */
    void refuse(SourceField field, Target target, String messageKey, Object... arguments) {
        refuse(target == null ? field.path() : target.path(), field.text(), messageKey, arguments);
        account(field, Treatment.KEPT, null, null, List.of());
    }

    /** Something about the row as a whole makes it impossible to take it. */
    void refuse(String path, String original, String messageKey, Object... arguments) {
        refusals.putIfAbsent(path, new Refusal(FieldProblem.of(path, messageKey, arguments), original));
    }

    /** A value that another field has said already. */
    void supply(Target target, Object value) {
        stated.put(target, value);
    }

    /** A value that no field of the source states. */
    void supply(Target target, Object value, Finding why) {
        stated.put(target, value);
        note(target, why);
    }

    /** A second value from a field that is already accounted for: a code and the words beside it. */
    void stateBeside(Target target, Object value, SourceField field) {
        stated.put(target, value);
        originals.put(target, field.text());
    }

    /** A report that joins those that are stated already. */
    void addReport(SourceField field, StatusReport report, boolean comment) {
        List<Object> all =
                new ArrayList<>((List<?>) value(Target.STATUS_REPORTS).orElse(List.of()));
        all.add(report);
        stateBeside(Target.STATUS_REPORTS, List.copyOf(all), field);
        if (comment) {
            comments.add(report);
        }
    }

    /** @return whether the report is what the document itself says about the implementation */
    boolean isComment(StatusReport report) {
        return comments.contains(report);
    }

    void note(Finding finding) {
        findings.add(finding);
    }

    void note(Target target, Finding finding) {
        byTarget.computeIfAbsent(target, t -> new ArrayList<>()).add(finding);
        findings.add(finding);
    }

    Optional<Object> value(Target target) {
        return Optional.ofNullable(stated.get(target));
    }

    boolean states(Target target) {
        return stated.containsKey(target);
    }

    /** @return original of the field that the target was read from, as it stands in the file */
    Optional<String> original(Target target) {
        return Optional.ofNullable(originals.get(target));
    }

    Map<Target, Object> stated() {
        return Collections.unmodifiableMap(stated);
    }

    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    /** @return findings about the record as a whole, those of its fields are with the accounts */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Finding> findings(Target target) {
        List<Finding> all = new ArrayList<>(byTarget.getOrDefault(target, List.of()));
        accounts.stream().filter(a -> a.target() == target).forEach(a -> all.addAll(a.findings()));
        return all;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }

    /** Adds a finding to the fields that a value was read from, once other rows are known. */
    void revise(Target target, Finding finding) {
        accounts.replaceAll(account -> {
            if (account.target() != target || account.field().isBlank()) {
                return account;
            }
            List<Finding> more = new ArrayList<>(account.findings());
            more.add(finding);
            return new Account(account.part(), account.position(), account.field(), account.treatment(), target, more);
        });
    }

    private void account(SourceField field, Treatment treatment, Target target, Object value, List<Finding> found) {
        accounts.add(new Account(reading.part(), reading.position(), field, treatment, target, found));
        if (target != null && value != null) {
            stated.put(target, value);
            originals.put(target, field.text());
        }
    }
}
