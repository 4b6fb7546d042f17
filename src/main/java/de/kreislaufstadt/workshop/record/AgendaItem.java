package de.kreislaufstadt.workshop.record;

/**
 * One item of the agenda, as the form and the table know it; its position is its place in the list, counted from 1.
 *
 * @param minutes planned length in minutes
 * @param responsible organisation or role, null where open
 * @param goal what the item is to achieve, null where open
 */
public record AgendaItem(String title, Format format, Integer minutes, String responsible, String goal) {

    enum Format {
        INPUT,
        DISCUSSION,
        GROUP_WORK,
        BREAK,
        OTHER
    }

    /** @return whether the minutes must say something about the item; a break leaves nothing to record */
    public boolean needsMinutes() {
        return format != Format.BREAK;
    }
}
