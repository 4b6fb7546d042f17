package de.kreislaufstadt.department;

import java.util.Optional;

/** Keeps what the association's file declares beside departments and people. */
public interface AssociationRegister {

    /** @return what stands in the way of the declaration, because of what has happened so far */
    Optional<Obstacle> obstacle(DeclaredAssociation declared);

    /** Makes it hold; called in the transaction that applies the file, after its tenant is there, and again every day. */
    void apply(DeclaredAssociation declared);

    /**
     * @param place of the file
     * @param reason in German
     */
    record Obstacle(String place, String reason) {}
}
