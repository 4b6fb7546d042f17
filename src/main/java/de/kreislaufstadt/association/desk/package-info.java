/**
 * The association's desk: the page "Modellansatz" with its components and rounds, the consolidation of comments passage by
 * passage, the comparison of versions, and the document of each published one.
 */
package de.kreislaufstadt.association.desk;
