/** The public pages behind the links: an invitation, the minutes, the questions after the workshop. */
package de.kreislaufstadt.workshop.page;
