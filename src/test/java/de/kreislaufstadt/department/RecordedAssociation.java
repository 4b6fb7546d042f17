package de.kreislaufstadt.department;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what was declared. */
final class RecordedAssociation implements AssociationRegister {

    final List<DeclaredAssociation> applied = new ArrayList<>();
    Obstacle obstacle;

    @Override
    public Optional<Obstacle> obstacle(DeclaredAssociation declared) {
        return Optional.ofNullable(obstacle);
    }

    @Override
    public void apply(DeclaredAssociation declared) {
        applied.add(declared);
    }
}
