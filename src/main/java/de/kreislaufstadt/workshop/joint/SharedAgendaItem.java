package de.kreislaufstadt.workshop.joint;

/**
 * An item of the agenda as other cities read it.
 *
 * @param minutes planned length in minutes
 * @param goal null where the organiser named none
 */
record SharedAgendaItem(String title, int minutes, String goal) {}
