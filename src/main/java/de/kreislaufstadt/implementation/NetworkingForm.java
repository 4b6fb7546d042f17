package de.kreislaufstadt.implementation;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** Data of the form {@code log-networking}; a quarter without contacts needs a note. */
record NetworkingForm(@Size(max = 100) List<Contact> contacts, String note) {

    /**
     * @param partners organisations, never persons
     */
    record Contact(LocalDate contactOn, ContactKind kind, String partners, String result) {}
}
