package de.kreislaufstadt.association.member;

import static org.assertj.core.api.Assertions.assertThat;

import de.kreislaufstadt.association.member.MembershipChanges.Held;
import de.kreislaufstadt.department.DeclaredAssociation.Member;
import de.kreislaufstadt.department.DeclaredAssociation.SizeClass;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which memberships stay the same when a file declares others. */
class MembershipChangesTest {

    private static final Held BOTTROP = held("bottrop", "2023-07-01");

    @Test
    void whatIsDeclaredAgainStaysWithItsNewLastDay() {
        Member leaving = new Member(
                "bottrop", "Bottrop", SizeClass.MEDIUM, true, LocalDate.of(2023, 7, 1), LocalDate.of(2026, 12, 31));
        MembershipChanges changes = MembershipChanges.between(List.of(BOTTROP), List.of(leaving));
        assertThat(changes.kept()).containsExactly(new Held(BOTTROP.id(), leaving));
        assertThat(changes.gone()).isEmpty();
        assertThat(changes.added()).isEmpty();
    }

    @Test
    void whoComesBackHasASecondMembership() {
        Member again = member("bottrop", "2026-01-01");
        MembershipChanges changes = MembershipChanges.between(List.of(BOTTROP), List.of(again, BOTTROP.declared()));
        assertThat(changes.kept()).containsExactly(BOTTROP);
        assertThat(changes.added()).containsExactly(again);
        assertThat(changes.gone()).isEmpty();
    }

    @Test
    void aCorrectedFirstDayIsTheSameMembership() {
        Member corrected = member("bottrop", "2023-08-01");
        MembershipChanges changes = MembershipChanges.between(List.of(BOTTROP), List.of(corrected));
        assertThat(changes.kept()).containsExactly(new Held(BOTTROP.id(), corrected));
        assertThat(changes.added()).isEmpty();
    }

    @Test
    void oneBeforeThePastMakesTheOtherNoCorrection() {
        Member earlier = member("bottrop", "2020-01-01");
        MembershipChanges changes = MembershipChanges.between(List.of(BOTTROP), List.of(earlier, BOTTROP.declared()));
        assertThat(changes.kept()).containsExactly(BOTTROP);
        assertThat(changes.added()).containsExactly(earlier);
    }

    @Test
    void whatNobodyDeclaresAnyMoreIsGone() {
        Held hamburg = held("hamburg", "2023-07-01");
        MembershipChanges changes = MembershipChanges.between(List.of(BOTTROP, hamburg), List.of(hamburg.declared()));
        assertThat(changes.gone()).containsExactly(BOTTROP);
        assertThat(changes.kept()).containsExactly(hamburg);
    }

    private static Held held(String city, String joined) {
        return new Held(UUID.randomUUID(), member(city, joined));
    }

    private static Member member(String city, String joined) {
        return new Member(city, city, SizeClass.LARGE, false, LocalDate.parse(joined), null);
    }
}
