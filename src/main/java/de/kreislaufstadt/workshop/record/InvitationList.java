package de.kreislaufstadt.workshop.record;

import de.kreislaufstadt.department.MailAddress;
import de.kreislaufstadt.form.Problems;
import de.kreislaufstadt.survey.ParticipantGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Brings the rows of a form and the stored invitations together. */
public final class InvitationList {

    private InvitationList() {}

    /** A row of a form that stands for an invitation. */
    public interface Row {

        /** @return number of the stored invitation; null for a row added in the form */
        Integer number();

        /** @return the stored invitation with what the row says */
        Invitation onto(Invitation stored);
    }

    /**
     * Applies the rows in their order; added rows get the next free numbers.
     *
     * @param list path of the list in the form
     * @param today day on which added rows were invited
     */
    public static List<Invitation> merge(
            String list, List<? extends Row> rows, List<Invitation> stored, LocalDate today, Problems problems) {
        problems.check(!rows.isEmpty(), list, "workshop.invitations.none");
        Map<Integer, Invitation> open =
                stored.stream().collect(Collectors.toMap(Invitation::number, Function.identity()));
        int next = stored.stream().mapToInt(Invitation::number).max().orElse(0);
        List<Invitation> merged = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String path = list + "[" + i + "]";
            Invitation before = row.number() == null ? Invitation.open(++next, today) : open.remove(row.number());
            problems.check(before != null, path + ".number", "workshop.invitation.unknown");
            if (before != null) {
                Invitation after = row.onto(before);
                merged.add(after);
                problems.check(
                        after.email() == null
                                || after.email().equals(before.email())
                                || MailAddress.isValid(after.email()),
                        path + ".email",
                        "workshop.invitation.email");
                problems.check(isNew(after, seen), path + ".organisation", "workshop.invitation.duplicate");
            }
        }
        return merged;
    }

    /** Seats without a named person may repeat: an organisation can send several people. */
    private static boolean isNew(Invitation invitation, Set<String> seen) {
        if (invitation.contact() == null && invitation.email() == null) {
            return true;
        }
        return seen.add(String.join("\n", invitation.organisation(), "" + invitation.contact(), "" + invitation.email())
                .strip()
                .toLowerCase(Locale.GERMAN));
    }

    /** @return counts by group, in the order of the groups */
    public static List<InvitationTable.GroupCount> countByGroup(List<Invitation> invitations) {
        return invitations.stream()
                .collect(Collectors.groupingBy(Invitation::participantGroup, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static InvitationTable.GroupCount count(ParticipantGroup group, List<Invitation> invitations) {
        return new InvitationTable.GroupCount(
                group,
                invitations.size(),
                (int) invitations.stream().filter(i -> i.answer().takesPlace()).count(),
                (int) invitations.stream().filter(Invitation::attended).count());
    }
}
