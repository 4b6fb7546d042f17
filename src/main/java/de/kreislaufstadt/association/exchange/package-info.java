/** What members show each other: the matrix of what they released, times of steps, shared knowledge and starter projects. */
package de.kreislaufstadt.association.exchange;
