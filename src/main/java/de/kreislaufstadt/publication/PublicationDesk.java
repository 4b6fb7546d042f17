package de.kreislaufstadt.publication;

import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.measure.WholeRecords;
import de.kreislaufstadt.process.Accounts.Login;
import de.kreislaufstadt.process.BusinessAction;
import de.kreislaufstadt.process.BusinessAction.Kind;
import de.kreislaufstadt.process.BusinessAction.Subject;
import de.kreislaufstadt.process.DepartmentDirectory;
import de.kreislaufstadt.process.InterventionRefused;
import de.kreislaufstadt.process.InterventionRefused.Cause;
import de.kreislaufstadt.process.MeasureDirectory.Row;
import de.kreislaufstadt.process.MeasuresInSight;
import de.kreislaufstadt.publication.PublicationTable.Wait;
import de.kreislaufstadt.released.ReleasedMeasures;
import de.kreislaufstadt.released.Releasing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How measures stand with the public, and what people do about it beside the tasks: begin a publication, take a measure back. */
@Service
class PublicationDesk implements Publications {

    private static final String CLIMATE_UNIT = "CLIMATE_UNIT";
    private static final int LONGEST = 2000;

    private final PublicationTable table;
    private final PublicationEvents history;
    private final PublicationCourse course;
    private final WholeRecords records;
    private final ReleasedMeasures released;
    private final Releasing releasing;
    private final Unpublished unpublished;
    private final MeasuresInSight measures;
    private final DepartmentDirectory departments;
    private final ApplicationEventPublisher events;

    PublicationDesk(
            PublicationTable table,
            PublicationEvents history,
            PublicationCourse course,
            WholeRecords records,
            ReleasedMeasures released,
            Releasing releasing,
            Unpublished unpublished,
            MeasuresInSight measures,
            DepartmentDirectory departments,
            ApplicationEventPublisher events) {
        this.table = table;
        this.history = history;
        this.course = course;
        this.records = records;
        this.released = released;
        this.releasing = releasing;
        this.unpublished = unpublished;
        this.measures = measures;
        this.departments = departments;
        this.events = events;
    }

    /**
     * What the page of a measure shows.
     *
     * @param withdrawn whether it was public and has been taken back
     * @param waitsFor what the version on its way waits for; null where none is
     * @param mayBegin whether the person may begin a publication now
     * @param mayWithdraw whether they may take the measure off its page
     */
    record Page(Standing standing, boolean withdrawn, Wait waitsFor, boolean mayBegin, boolean mayWithdraw) {}

    /** @throws InterventionRefused if the person sees no such measure */
    @Transactional(readOnly = true)
    public Page page(String number, Login who) {
        Row measure = visible(number, who);
        String municipality = who.tenants().get(0);
        Optional<PublicationTable.Row> row = table.find(municipality, measure.id());
        Standing standing = standing(municipality, row);
        return new Page(
                standing,
                row.map(PublicationTable.Row::withdrawn).orElse(false),
                row.map(PublicationTable.Row::waitsFor).orElse(null),
                !standing.pending()
                        && standing.version() == 0
                        && mayBegin(municipality, measure, who)
                        && isDecided(municipality, measure.id()),
                standing.version() > 0 && mayWithdraw(municipality, measure, who));
    }

    /** Begins a publication of a measure that is decided or rejected and not public. */
    @Transactional
    public void begin(String number, Login who) {
        UUID measure = ready(number, who);
        course.begin(who.tenants().get(0), measure, PublicContentChanged.Cause.DECISION, false);
    }

    /**
     * The same for many: a version in which nothing is found waits for its release at once, and the person has prepared it; the lead
     * gets the others, and those it holds back stay as they are.
     */
    @Transactional
    public void beginPrepared(String number, Login who) {
        UUID measure = ready(number, who);
        String municipality = who.tenants().get(0);
        // The reason is a text of people and does not go into the report of a batch.
        if (of(municipality, measure).held() != null) {
            throw new InterventionRefused(Cause.CONFLICT, "publication.refused.held");
        }
        course.beginPrepared(municipality, measure, who.user());
    }

    /** @return id of a measure that the person sees */
    UUID measure(String number, Login who) {
        return visible(number, who).id();
    }

    /** @return the measure whose publication may begin now, by this person */
    private UUID ready(String number, Login who) {
        Row measure = visible(number, who);
        String municipality = who.tenants().get(0);
        if (!mayBegin(municipality, measure, who)) {
            throw new InterventionRefused(Cause.FORBIDDEN, "publication.refused.notYours");
        }
        Standing standing = of(municipality, measure.id());
        if (standing.pending() || standing.version() > 0) {
            throw new InterventionRefused(Cause.CONFLICT, "publication.refused.underWay");
        }
        if (!isDecided(municipality, measure.id())) {
            throw new InterventionRefused(Cause.CONFLICT, "publication.refused.undecided");
        }
        return measure.id();
    }

    /** Takes a measure off its page, for a reason. */
    @Transactional
    public void withdraw(String number, String reason, Login who) {
        Row measure = visible(number, who);
        String municipality = who.tenants().get(0);
        if (!mayWithdraw(municipality, measure, who)) {
            throw new InterventionRefused(Cause.FORBIDDEN, "publication.refused.notYours");
        }
        if (of(municipality, measure.id()).version() == 0) {
            throw new InterventionRefused(Cause.CONFLICT, "publication.refused.notPublic");
        }
        String why = reason == null ? "" : reason.strip();
        new Problems()
                .check(!why.isEmpty() && why.length() <= LONGEST, "reason", "publication.refused.reason", LONGEST)
                .throwIfAny();
        withdraw(municipality, measure.id(), who.user(), why);
    }

    @Override
    @Transactional(readOnly = true)
    public Standing of(String municipality, UUID measureId) {
        return standing(municipality, table.find(municipality, measureId));
    }

    private Standing standing(String municipality, Optional<PublicationTable.Row> known) {
        return known.map(row -> new Standing(
                        row.version(),
                        row.releasedAt(),
                        row.version() == 0 ? Optional.empty() : address(municipality, row),
                        row.instance() != null,
                        row.heldReason()))
                .orElse(new Standing(0, null, Optional.empty(), false, null));
    }

    private Optional<String> address(String municipality, PublicationTable.Row row) {
        return Optional.ofNullable(row.candidate())
                .flatMap(version -> released.numbered(municipality, version.number()))
                .map(entry -> "/" + municipality + "/massnahmen/" + entry.slug());
    }

    @Override
    @Transactional
    public void withdraw(String municipality, UUID measureId, String actor, String reason) {
        releasing.withdraw(municipality, measureId);
        table.withdrawn(municipality, measureId, reason);
        history.noteWithdrawal(municipality, measureId, actor, reason);
        unpublished.tell(municipality);
        events.publishEvent(BusinessAction.of(
                        municipality,
                        measureId,
                        Kind.PUBLICATION_WITHDRAWN,
                        new Subject(PublicationCourse.PROCESS, null, null, null),
                        actor)
                .because(reason));
        course.begin(municipality, measureId, PublicContentChanged.Cause.RECORD, false);
    }

    private boolean isDecided(String municipality, UUID measure) {
        return records.decided(municipality).contains(measure);
    }

    private boolean mayBegin(String municipality, Row measure, Login who) {
        List<String> own = departments.departmentsOf(municipality, who.groups());
        return own.contains(departments.currentOf(municipality, measure.lead()))
                || isOfClimateUnit(municipality, own)
                || isManager(municipality, who);
    }

    private boolean mayWithdraw(String municipality, Row measure, Login who) {
        return departments
                        .ledBy(municipality, who.groups())
                        .contains(departments.currentOf(municipality, measure.lead()))
                || isOfClimateUnit(municipality, departments.departmentsOf(municipality, who.groups()))
                || isManager(municipality, who);
    }

    private boolean isOfClimateUnit(String municipality, List<String> own) {
        return departments
                .departmentWithRole(municipality, CLIMATE_UNIT)
                .map(unit -> own.contains(departments.currentOf(municipality, unit)))
                .orElse(false);
    }

    private static boolean isManager(String municipality, Login who) {
        return who.groups().contains(municipality + "-managers");
    }

    private Row visible(String number, Login who) {
        return measures.find(who, number)
                .orElseThrow(() -> new InterventionRefused(Cause.NOT_FOUND, "process.noMeasure"));
    }
}
