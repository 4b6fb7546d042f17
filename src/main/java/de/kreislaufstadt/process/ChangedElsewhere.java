package de.kreislaufstadt.process;

/**
 * Something that nodes remember has changed, on whatever node: municipalities, deputies, the association or models of a
 * municipality's own. Who keeps a copy forgets it and reads anew when it is asked. Published by a thread of its own, after the
 * commit, and once more when nobody could have told for a while; copies have an age limit beside it.
 */
public record ChangedElsewhere() {}
