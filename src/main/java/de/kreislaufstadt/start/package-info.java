/** What must hold before anything starts, a free port and a configured database, and start-up errors that fit on one line. */
package de.kreislaufstadt.start;
