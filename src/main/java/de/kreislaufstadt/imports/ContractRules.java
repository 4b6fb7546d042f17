package de.kreislaufstadt.imports;

import de.kreislaufstadt.imports.Finding.Kind;
import de.kreislaufstadt.measure.Lever;
import de.kreislaufstadt.measure.MeasureRecord.Partner;
import de.kreislaufstadt.measure.StatusReports.Assessment;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.measure.WrittenValue.Family;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each field of table B-2.2 of the Climate City Contract becomes in the record. */
final class ContractRules {

    static final String OUTLINE = "Action outline";
    static final String PATHWAY = "Reference to impact pathway";
    static final String IMPLEMENTATION = "Implementation";
    static final String IMPACT = "Impact & cost";

    /** The groups of fields of a full record. */
    static final List<String> GROUPS = List.of(OUTLINE, PATHWAY, IMPLEMENTATION, IMPACT);

    private final Map<String, Rule> rules = new HashMap<>();
    private final Values values;
    private final LocalDate day;

    /** @param day day of the document */
    ContractRules(Values values, LocalDate day) {
        this.values = values;
        this.day = day;
        rules.put("id", text(Target.EXTERNAL_ID));
        rules.put("categoryId", values::category);
        rules.put("category", values::category);
        rules.put(OUTLINE + " / Action name", text(Target.TITLE));
        rules.put(OUTLINE + " / Action type", values::type);
        rules.put(OUTLINE + " / Action description", this::description);
        rules.put(PATHWAY + " / Field of action", values::fieldOfAction);
        rules.put(PATHWAY + " / Systemic lever", this::levers);
        rules.put(PATHWAY + " / Outcome (according to module B-1.1)", text(Target.OUTCOME));
        rules.put(IMPLEMENTATION + " / Responsible bodies/person for implementation", text(Target.RESPONSIBLE_BODY));
        rules.put(IMPLEMENTATION + " / Action scale & addressed entities", values::scope);
        rules.put(IMPLEMENTATION + " / Involved stakeholders", this::partners);
        rules.put(IMPLEMENTATION + " / Comments on implementation", this::comment);
        rules.put(
                IMPACT + " / Generated renewable energy (if applicable)",
                reported(Target.RENEWABLE_ENERGY, Family.RENEWABLE_ENERGY));
        rules.put(
                IMPACT + " / Removed/substituted energy, volume, or fuel type",
                reported(Target.REPLACED_ENERGY, Family.REPLACED_ENERGY));
        rules.put(
                IMPACT + " / GHG emissions reduction estimate (total) per emission source sector",
                reported(Target.CO2, Family.CO2));
        rules.put(IMPACT + " / Total costs and costs by CO2e unit", reported(Target.COST, Family.COST));
    }

    /** @return where the contract's fields stand in a record */
    static Set<String> paths() {
        return Set.copyOf(new ContractRules(new Values(null), null).rules.keySet());
    }

    /** What is done with one field. */
    private interface Rule {

        void apply(Draft draft, SourceField field);
    }

    /** Reads a record of the contract into the draft of its measure. */
    void read(SourceRecord record, Draft draft) {
        draft.reading(record);
        for (SourceField field : record.fields()) {
            Rule rule = rules.get(field.path());
            if (field.kind() == SourceField.Kind.FORMULA) {
                draft.refuse(field.path(), field.text(), "imports.cell.formula", field.path());
                draft.setAside(field);
            } else if (rule == null) {
                draft.setAside(field, Finding.of(Kind.UNKNOWN_FIELD, field.path()));
            } else {
                rule.apply(draft, field);
            }
        }
        for (String group : GROUPS) {
            if (record.fields().stream().noneMatch(field -> field.path().startsWith(group + " / "))) {
                draft.note(Finding.of(Kind.GROUP_MISSING, group));
            }
        }
    }

    private Rule text(Target target) {
        return (draft, field) -> values.text(draft, field, target, true);
    }

    private Rule reported(Target target, Family family) {
        return (draft, field) -> values.reported(draft, field, target, family);
    }

    private void description(Draft draft, SourceField field) {
        values.text(draft, field, Target.DESCRIPTION, false);
    }

    /** What is said of the implementation is a report of the day of the document: its own dates are prose, no schedule. */
    private void comment(Draft draft, SourceField field) {
        if (field.isBlank()) {
            draft.keep(field, Target.STATUS_REPORTS, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(field.text(), false);
        List<Finding> found = new ArrayList<>(clean.findings());
        String words = AdditionalRules.fittingReport(clean.text(), found);
        draft.keep(field, Target.STATUS_REPORTS, null, found);
        if (words != null) {
            draft.addReport(field, new StatusReport(day, words, null, Assessment.NOT_ASSESSED), true);
        }
    }

    private void levers(Draft draft, SourceField field) {
        if (field.isBlank()) {
            draft.keep(field, Target.LEVERS, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(field.text(), true);
        List<Finding> found = new ArrayList<>(clean.findings());
        Optional<List<Lever>> levers =
                Vocabulary.findAll(Lever.class, "measure.lever", clean.text()).map(List::copyOf);
        if (levers.isEmpty()) {
            found.add(Finding.of(Kind.UNKNOWN_WORD, clean.text()));
            draft.keep(field, null, null, found);
        } else {
            draft.map(field, Target.LEVERS, levers.get(), found);
        }
    }

    private void partners(Draft draft, SourceField field) {
        if (field.isBlank()) {
            draft.keep(field, Target.PARTNERS, null, List.of());
            return;
        }
        CleanText clean = CleanText.of(field.text(), true);
        List<Finding> found = new ArrayList<>(clean.findings());
        List<Partner> partners = Arrays.stream(clean.text().split("\\s*[,;]\\s+"))
                .map(name -> name.replaceFirst("\\s+etc\\.$", ""))
                .filter(name -> !name.isBlank())
                .distinct()
                .map(name -> new Partner(Values.fitting(name, Target.PARTNERS, found)))
                .toList();
        draft.map(field, Target.PARTNERS, partners, found);
    }
}
