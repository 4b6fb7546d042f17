/**
 * Everything the product knows as one file, and back: rows and documents of one moment, taken beside people at work and put into
 * a database in which nobody works, with a sum of every table that is compared afterwards.
 */
package de.kreislaufstadt.backup;
