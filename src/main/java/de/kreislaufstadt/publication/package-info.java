/**
 * The way a measure takes to its public page: puts together what may be public, looks through it for personal data, lets two
 * people release it, and hands it over to {@code released}. Keeps the live values beside it. Phase modules say what of theirs is
 * public by a {@link de.kreislaufstadt.publication.PublicPart}.
 */
package de.kreislaufstadt.publication;
