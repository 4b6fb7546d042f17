package de.kreislaufstadt.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Encodings that offices save tables and texts in. */
enum Encoding {
    UTF_8(StandardCharsets.UTF_8),
    /** Only recognised by the mark at its beginning. */
    UTF_16(StandardCharsets.UTF_16),
    WINDOWS_1252(Charset.forName("windows-1252")),
    MAC_ROMAN(Charset.forName("x-MacRoman"));

    private final Charset charset;

    Encoding(Charset charset) {
        this.charset = charset;
    }

    Charset charset() {
        return charset;
    }
}
