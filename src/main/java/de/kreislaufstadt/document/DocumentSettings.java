package de.kreislaufstadt.document;

import java.time.Period;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What an operator may set for documents.
 *
 * @param largest size of the largest file that is taken
 * @param deletedRetention how long the content of a deleted document is kept, so that the deletion can be taken back
 * @param recordRetention how long the documents of a completed measure are kept after the archive's answer
 */
@Component
record DocumentSettings(
        @Value("${kreislaufstadt.documents.largest-file:25MB}")
        DataSize largest,

        @Value("${kreislaufstadt.retention.deleted-documents:P30D}")
        Period deletedRetention,

        @Value("${kreislaufstadt.retention.documents-of-completed-measures:P10Y}")
        Period recordRetention) {}
