package de.kreislaufstadt.process.web;

import java.io.IOException;

/** A request that did not say how long it is has become too long while it was read. */
public final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge() {
        super("Request too large");
    }
}
