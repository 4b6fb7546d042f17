package de.kreislaufstadt.document;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set for documents.
 *
 * @param largest size of the largest file that is taken
 */
@Component
record DocumentSettings(
        @Value("${kreislaufstadt.documents.largest-file:25MB}")
        DataSize largest) {}
