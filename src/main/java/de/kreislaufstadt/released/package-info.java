/**
 * What the public may read, and nothing else: released versions of measures, their live values, time facts, and the texts of
 * municipalities. The types of this module are the list of what is allowed; a value that has no place in them cannot reach a
 * page, a file or a feed. It knows no other module and reads no table but its own, whose names begin with {@code released_}.
 */
package de.kreislaufstadt.released;
