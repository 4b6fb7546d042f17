package de.kreislaufstadt.association.member;

import de.kreislaufstadt.association.MembersChanged;
import de.kreislaufstadt.department.AssociationRegister;
import de.kreislaufstadt.department.DeclaredAssociation;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings the rows of the association to what its file declares. */
@Component
class DeclaredMembers implements AssociationRegister {

    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final MemberTable table;
    private final ApplicationEventPublisher events;

    DeclaredMembers(MemberTable table, ApplicationEventPublisher events) {
        this.table = table;
        this.events = events;
    }

    /** What a round has asked of a member hangs on its membership: then the membership can end, but not have never been. */
    @Override
    public Optional<Obstacle> obstacle(DeclaredAssociation declared) {
        return MembershipChanges.between(table.held(declared.municipality()), declared.members()).gone().stream()
                .filter(held -> table.wasAsked(held.id()))
                .findFirst()
                .map(held -> new Obstacle(
                        "association.members",
                        "„%s“ (%s, seit %s) fehlt, wurde aber in einer Runde schon gefragt: Mitglieder werden beendet (lastDay), nicht gelöscht"
                                .formatted(
                                        held.declared().name(),
                                        held.declared().municipality(),
                                        held.declared().joined().format(GERMAN))));
    }

    @Override
    public void apply(DeclaredAssociation declared) {
        String office = declared.municipality();
        table.saveAssociation(declared);
        MembershipChanges changes = MembershipChanges.between(table.held(office), declared.members());
        table.delete(changes.gone());
        table.update(office, changes.kept());
        table.add(office, changes.added());
        table.savePartners(office, declared.partners());
        events.publishEvent(new MembersChanged(office));
    }
}
