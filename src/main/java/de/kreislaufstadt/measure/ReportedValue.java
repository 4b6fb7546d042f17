package de.kreislaufstadt.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A value that a source reports about a measure: a number, a range, a pointer to another place, or the honest statement
 * that there is no number and why. Zero is a number, and each way of having none says something of
 * its own, so none of them is ever turned into another.
 */
public sealed interface ReportedValue {

    /** @return kind of statement, as stored and as chosen in forms */
    Status status();

    /** @return who stated it, when, and what was said around it */
    Statement statement();

    /** One number. Zero is a number. */
    record Value(BigDecimal number, Operator operator, Unit unit, Statement statement) implements ReportedValue {

        public Value {
            number = plain(number);
            Objects.requireNonNull(operator, "operator");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(statement, "statement");
        }

        @Override
        public Status status() {
            return Status.VALUE;
        }
    }

    /** Everything between two numbers, both included. */
    record Range(BigDecimal from, BigDecimal to, Unit unit, Statement statement) implements ReportedValue {

        /** @throws IllegalArgumentException if the range ends before it begins */
        public Range {
            from = plain(from);
            to = plain(to);
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(statement, "statement");
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("Range ends before it begins");
            }
        }

        @Override
        public Status status() {
            return Status.RANGE;
        }
    }

    /** The value stands somewhere else; the statement's reference says where. */
    record Elsewhere(Statement statement) implements ReportedValue {

        /** @throws IllegalArgumentException if the statement has no reference */
        public Elsewhere {
            if (statement.reference() == null) {
                throw new IllegalArgumentException("A pointer needs a reference");
            }
        }

        @Override
        public Status status() {
            return Status.SEE_REFERENCE;
        }
    }

    /** There is no number, for the reason that the status names. */
    record NoNumber(Status status, Statement statement) implements ReportedValue {

        /** @throws IllegalArgumentException if the status belongs to another shape */
        public NoNumber {
            if (status == Status.VALUE || status == Status.RANGE || status == Status.SEE_REFERENCE) {
                throw new IllegalArgumentException(status + " has a shape of its own");
            }
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(statement, "statement");
        }
    }

    /**
     * What surrounds the number.
     *
     * @param baseYear year the value is compared with, null if none is named
     * @param targetYear year the value is to be reached in, null if none is named
     * @param cumulative whether the value adds up over the years instead of applying to one of them
     * @param text wording of the source, null if there is none beyond the number
     * @param reference where more is written, null if nowhere
     * @param source document or office that states it
     * @param asOf day the statement was true
     */
    record Statement(
            Integer baseYear,
            Integer targetYear,
            boolean cumulative,
            String text,
            String reference,
            String source,
            LocalDate asOf) {

        public Statement {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(asOf, "asOf");
        }

        /** A statement that says nothing beyond the value itself. */
        public static Statement of(String source, LocalDate asOf) {
            return new Statement(null, null, false, null, null, source, asOf);
        }
    }

    /** Kind of statement. */
    enum Status {
        VALUE,
        RANGE,
        NOT_RELEVANT,
        NOT_APPLICABLE,
        NOT_STATED,
        NOT_QUANTIFIABLE,
        BEING_DETERMINED,
        NONE,
        SEE_REFERENCE
    }

    /** How exactly the number is meant. */
    enum Operator {
        EQUAL,
        ABOUT,
        AT_LEAST,
        AT_MOST,
        GREATER,
        LESS
    }

    /** Unit of the number. */
    enum Unit {
        T_CO2(false),
        T_CO2_A(true),
        KG_CO2E_A(true),
        GWH_A(true),
        KWH_A(true),
        L(false),
        EUR(false),
        EUR_A(true),
        EUR_T_CO2(false),
        T(false),
        PERCENT(false),
        PIECES(false);

        private final boolean perYear;

        Unit(boolean perYear) {
            this.perYear = perYear;
        }

        /** @return whether numbers in this unit apply to one year */
        public boolean perYear() {
            return perYear;
        }
    }

    private static BigDecimal plain(BigDecimal number) {
        // 10 and 10.00 are the same statement: without this a re-submitted form would look like a change.
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
