package de.kreislaufstadt.department;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The declarative file of a municipality, or of the association, as it is written; what is missing is null or empty.
 *
 * @param municipality null in the file of the association
 * @param association null in the file of a municipality
 * @param workingDays days by task or period, instead of the decision table {@code working-days}
 * @param routing role by task, instead of the decision table {@code task-routing}
 * @param recurrence ISO 8601 repetition by name, instead of the decision table {@code recurrence}
 * @param reminders when open tasks make themselves heard, instead of the decision table {@code reminder-plan}
 * @param scoreWeights weight by criterion of a sketch's score, instead of the decision table {@code score-weights}
 * @param retention ISO 8601 period by kind of personal data, instead of the installation's
 * @param look how the municipality shows itself to people without account; null = as the product does
 * @param monitoring what heads see of single people; null = nothing
 * @param publicPage what the public pages and the open data say of the municipality; null = as the product does
 * @param visibility who may read a field of a measure at most, by key of the field, instead of the decision table
 *     {@code field-visibility}
 * @param workshops who moderates them beside the department of that role; null = nobody
 * @param signIn what the groups of the municipality's identity provider mean here
 */
record MunicipalityFile(
        Municipality municipality,
        AssociationFile association,
        List<Department> departments,
        List<Person> people,
        Map<String, Integer> workingDays,
        Map<String, String> routing,
        Map<String, String> recurrence,
        Reminders reminders,
        Map<String, Integer> scoreWeights,
        Map<String, String> retention,
        Look look,
        SignIn signIn,
        Monitoring monitoring,
        PublicPages publicPage,
        Map<String, String> visibility,
        Workshops workshops) {

    MunicipalityFile {
        departments = departments == null ? List.of() : departments;
        people = people == null ? List.of() : people;
        workingDays = workingDays == null ? Map.of() : workingDays;
        routing = routing == null ? Map.of() : routing;
        recurrence = recurrence == null ? Map.of() : recurrence;
        reminders = reminders == null ? new Reminders(null, null) : reminders;
        scoreWeights = scoreWeights == null ? Map.of() : scoreWeights;
        retention = retention == null ? Map.of() : retention;
        signIn = signIn == null ? new SignIn(null) : signIn;
        visibility = visibility == null ? Map.of() : visibility;
    }

    /** @return what it says of the municipality, or of the association as far as it is the same; null where it says neither */
    Municipality tenant() {
        return association == null ? municipality : association.asTenant();
    }

    /** @return the same file with other people */
    MunicipalityFile withPeople(List<Person> others) {
        return new MunicipalityFile(
                municipality,
                association,
                departments,
                others,
                workingDays,
                routing,
                recurrence,
                reminders,
                scoreWeights,
                retention,
                look,
                signIn,
                monitoring,
                publicPage,
                visibility,
                workshops);
    }

    /** @return the same file with another last day */
    MunicipalityFile endingOn(LocalDate lastDay) {
        return new MunicipalityFile(
                municipality == null ? null : municipality.endingOn(lastDay),
                association == null ? null : association.endingOn(lastDay),
                departments,
                people,
                workingDays,
                routing,
                recurrence,
                reminders,
                scoreWeights,
                retention,
                look,
                signIn,
                monitoring,
                publicPage,
                visibility,
                workshops);
    }

    /** @param validUntil last day; null = open */
    record Municipality(
            String id,
            String name,
            String officialKey,
            FederalState federalState,
            String paperNumberPattern,
            LocalDate validUntil,
            List<ClosingDay> closingDays) {

        Municipality {
            closingDays = closingDays == null ? List.of() : closingDays;
        }

        Municipality endingOn(LocalDate lastDay) {
            return new Municipality(id, name, officialKey, federalState, paperNumberPattern, lastDay, closingDays);
        }
    }

    /**
     * @param colour of headings and buttons, {@code #rrggbb}, dark enough for white letters
     * @param contact how people reach the municipality, several lines
     * @param imprint who answers for the pages, several lines
     */
    record Look(String colour, String contact, String imprint) {}

    /**
     * @param contactMail function mailbox for questions about pages and data
     * @param homepage address of the municipality's own pages
     * @param allowedMail addresses that may be read in public although they are no mailbox of a department
     * @param allowedPhone telephone numbers that may be read in public
     * @param staleAfter how old a status report may be before the page calls it out of date
     * @param firstVersion how the first publication of a measure begins, {@code BY_ITSELF} or {@code BY_HAND}; null = by itself
     */
    record PublicPages(
            String contactMail,
            String homepage,
            List<String> allowedMail,
            List<String> allowedPhone,
            String staleAfter,
            String firstVersion,
            Catalogue catalogue,
            Texts texts) {

        PublicPages {
            allowedMail = allowedMail == null ? List.of() : allowedMail;
            allowedPhone = allowedPhone == null ? List.of() : allowedPhone;
        }
    }

    /**
     * @param contributorId IRI of the portal that passes the data on
     * @param themes codes of the EU's list of themes
     * @param publisher name in the catalogue; null = the municipality's
     * @param licence IRI of a licence of DCAT-AP.de
     * @param perMeasure whether each measure is a data set; null = yes
     */
    record Catalogue(String contributorId, List<String> themes, String publisher, String licence, Boolean perMeasure) {

        Catalogue {
            themes = themes == null ? List.of() : themes;
        }
    }

    /** Texts of the public pages in Markdown. */
    record Texts(String imprint, String privacy, String accessibility, String easyLanguage) {}

    record ClosingDay(LocalDate day, String reason) {}

    record Department(
            String key,
            String name,
            List<String> roles,
            LocalDate validFrom,
            LocalDate validUntil,
            String successor,
            String mailbox,
            String parent) {

        Department {
            roles = roles == null ? List.of() : roles;
        }
    }

    /**
     * @param at time of the daily look at all deadlines
     * @param tasks stages such as {@code DUE-3} by task, or for all of them under {@code default}
     */
    record Reminders(String at, Map<String, List<String>> tasks) {

        Reminders {
            tasks = tasks == null ? Map.of() : tasks;
        }
    }

    /**
     * @param head decides for the department
     * @param department key of the person's department; null for who only monitors or audits
     * @param manager sees the municipality's processes in Cockpit
     * @param monitor sees what managers see, and nothing is theirs to do
     * @param auditor sees what monitors see, and the log of interventions
     * @param mail address for notices about the person's tasks, null = none
     */
    record Person(
            String id,
            String name,
            String department,
            boolean head,
            boolean manager,
            boolean monitor,
            boolean auditor,
            String mail) {

        /** @return whether the person only looks: works in no department */
        boolean onlyLooks() {
            return department == null && (monitor || auditor);
        }
    }

    /**
     * Off unless the municipality says otherwise: the staff council has a say.
     *
     * @param openTasksPerPerson whether heads see how many open tasks each person of their own department holds now
     */
    record Monitoring(boolean openTasksPerPerson) {}

    /** @param moderation {@code ASSOCIATION} lets the association's people work on the moderation's tasks; null = nobody else does */
    record Workshops(Moderation moderation) {}

    /** Who may moderate workshops beside the department of that role. */
    enum Moderation {
        OWN,
        ASSOCIATION
    }

    record SignIn(List<ClaimedGroup> groups) {

        SignIn {
            groups = groups == null ? List.of() : groups;
        }
    }

    /**
     * What it means that the identity provider claims a group for somebody.
     *
     * @param claim the group as the provider writes it
     * @param department whose tasks they work on; null = of none
     * @param head decides for that department
     * @param monitor looks everywhere in the municipality and never acts
     */
    record ClaimedGroup(
            String claim, String department, boolean head, boolean manager, boolean monitor, boolean auditor) {}
}
