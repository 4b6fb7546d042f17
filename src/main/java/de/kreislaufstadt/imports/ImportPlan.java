package de.kreislaufstadt.imports;

import de.kreislaufstadt.form.FieldProblem;
import de.kreislaufstadt.measure.MeasureDecision;
import de.kreislaufstadt.measure.MeasureRecord;
import de.kreislaufstadt.measure.MeasureState;
import de.kreislaufstadt.measure.StatusReports.StatusReport;
import de.kreislaufstadt.released.ReleasedMeasure.Participation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an import would do, row by row and field by field, before it does anything. */
record ImportPlan(List<Row> rows) {

    ImportPlan {
        rows = List.copyOf(rows);
    }

    /** What happens to a row or a field. */
    enum Fate {
        CREATED,
        UPDATED,
        LEFT,
        REFUSED
    }

    /**
     * One measure.
     *
     * @param position place in its file
     * @param id what its source calls it
     * @param measure the measure that is already there, null if there is none
     * @param number its number, null if it gets one when it is created
     * @param fields what happens to each field that the source states
     * @param accounts what became of each field of the source
     * @param findings what should be known about the row as a whole
     * @param next what applying the row writes; null if it writes nothing
     */
    record Row(
            int position,
            String id,
            UUID measure,
            String number,
            Fate fate,
            List<Field> fields,
            List<Account> accounts,
            List<Finding> findings,
            Next next) {

        Row {
            fields = List.copyOf(fields);
            accounts = List.copyOf(accounts);
            findings = List.copyOf(findings);
        }

        /** @return how many findings the row has in all, with those of its fields */
        int found() {
            return findings.size()
                    + accounts.stream()
                            .mapToInt(account -> account.findings().size())
                            .sum();
        }

        /** @return version of the record that the row was compared with, 0 for a new measure; null if it changes nothing */
        Integer seen() {
            return next == null ? null : Integer.valueOf(next.seen());
        }
    }

    /**
     * One field of the record.
     *
     * @param before what the record says now, null if nothing
     * @param after what it would say, null if nothing
     * @param original what the source says, null if the value is not from a field of it
     * @param problem why it is refused, null if it is not
     */
    record Field(
            Target target,
            String path,
            Fate fate,
            Object before,
            Object after,
            String original,
            List<Finding> findings,
            FieldProblem problem) {

        Field {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What is written.
     *
     * @param seen version of the record that it was compared with, 0 if the measure is new
     * @param record next version of the record, null if it stays as it is
     * @param reports status reports that are not there yet
     * @param begin where a new measure begins; null if it is there already
     * @param participation how to take part in it, as it will be; null if that stays as it is
     */
    record Next(int seen, MeasureRecord record, List<StatusReport> reports, Begin begin, Participation participation) {

        Next {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Where a new measure begins.
     *
     * @param lead key of the lead department
     * @param state state that it is taken over in
     * @param reason why it is in this state, null where it needs none
     * @param before state that a paused measure goes on in; null unless it is paused
     * @param steps what was done before
     * @param decisions what was decided, the first decision first
     */
    record Begin(
            String lead,
            MeasureState state,
            String reason,
            MeasureState before,
            List<PastSteps.Step> steps,
            List<MeasureDecision> decisions) {

        Begin {
            steps = List.copyOf(steps);
            decisions = List.copyOf(decisions);
        }
    }

    /** @return how many rows have each fate */
    Map<Fate, Long> counts() {
        Map<Fate, Long> counts = new EnumMap<>(Fate.class);
        rows.forEach(row -> counts.merge(row.fate(), 1L, Long::sum));
        return counts;
    }

    /** @return how many fields of the source were kept, mapped, or have findings; together all there are */
    Map<Account.Fate, Long> accounts() {
        Map<Account.Fate, Long> counts = new EnumMap<>(Account.Fate.class);
        rows.forEach(row -> row.accounts().forEach(account -> counts.merge(account.fate(), 1L, Long::sum)));
        return counts;
    }
}
