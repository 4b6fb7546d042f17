package de.kreislaufstadt.workshop.link;

import java.util.UUID;

/**
 * What a valid token says: ids only, nothing about the person who holds it.
 *
 * @param invitation the seat it was given to; null where the link is the same for everybody of the workshop
 */
public record Link(LinkPurpose purpose, String municipality, UUID workshop, UUID invitation) {}
