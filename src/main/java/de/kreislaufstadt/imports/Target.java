package de.kreislaufstadt.imports;

/**
 * A field of the product's own record that an import may fill. The longest text and what is mandatory are those of the form
 * {@code change-details}.
 */
enum Target {
    NUMBER("number", false, 10),
    TITLE("outline.title", true, 250),
    SHORT_TITLE("outline.shortTitle", false, 80),
    EXTERNAL_ID("outline.externalId", false, 80),
    SUMMARY("outline.summary", true, 500),
    DESCRIPTION("outline.description", true, 10_000),
    FIELD_OF_ACTION("outline.fieldOfAction", true, 0),
    FIELD_OF_ACTION_ORIGINAL("outline.fieldOfActionOriginal", false, 250),
    TYPE("outline.type", true, 0),
    TYPE_ORIGINAL("outline.typeOriginal", false, 250),
    CIRCULAR_FIELDS("outline.circularFields", false, 0),
    LEVERS("pathway.levers", false, 0),
    R_STRATEGIES("pathway.rStrategies", false, 0),
    OUTCOME("pathway.outcome", false, 1_000),
    LEAD("lead", false, 0),
    RESPONSIBLE_BODY("responsibility.responsibleBody", true, 250),
    CONTRIBUTING("responsibility.contributing", false, 0),
    PARTNERS("responsibility.partners", false, 250),
    SPATIAL_SCOPE("responsibility.spatialScope", true, 0),
    SPATIAL_TEXT("responsibility.spatialText", false, 500),
    BEGIN("schedule.begin", false, 0),
    END("schedule.end", false, 0),
    PLANNED_UNTIL("schedule.plannedUntil", false, 0),
    RENEWABLE_ENERGY("renewableEnergy", true, 1_000),
    REPLACED_ENERGY("replacedEnergy", true, 1_000),
    CO2("co2", true, 1_000),
    COST("cost", true, 1_000),
    BUDGET_RELATION("finance.budgetRelation", true, 0),
    COST_GROUP("finance.costGroup", false, 80),
    PLAN("finance.plan", false, 0),
    FUNDING("finance.funding", false, 0),
    INDICATORS("indicators", false, 0),
    SOURCES("sources", false, 0),
    PARTICIPATION_TEXT("participation.text", false, 2_000),
    PARTICIPATION_URL("participation.url", false, 500),
    /** State the measure has reached; only said of measures that are new. */
    STATE("state", false, 0),
    /** Why it is paused, cancelled or rejected; only said of measures that are new. */
    STATE_REASON("stateReason", false, 2_000),
    /** State that a paused measure goes on in; only said of measures that are new. */
    STATE_BEFORE("stateBefore", false, 0),
    /** What was done before; only said of measures that are new. */
    STEPS("steps", false, 0),
    /** What was decided; only said of measures that are new. */
    DECISIONS("decisions", false, 0),
    STATUS_REPORTS("statusReports", false, 0);

    private final String path;
    private final boolean mandatory;
    private final int longest;

    Target(String path, boolean mandatory, int longest) {
        this.path = path;
        this.mandatory = mandatory;
        this.longest = longest;
    }

    /** @return path of the field in the form that asks for it */
    String path() {
        return path;
    }

    /** @return whether a record without it cannot be */
    boolean mandatory() {
        return mandatory;
    }

    /** @return characters that fit, 0 if it is no text */
    int longest() {
        return longest;
    }

    /** @return what people call it */
    String label() {
        return ImportTexts.get("imports.column." + path);
    }
}
