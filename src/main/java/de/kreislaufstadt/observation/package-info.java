/**
 * How this node is: whether it may be sent requests, and the figures of all modules that ask the database, read together and
 * seldom. It knows no other module; they hand it what they can tell.
 */
package de.kreislaufstadt.observation;
