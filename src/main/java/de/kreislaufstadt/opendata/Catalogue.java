package de.kreislaufstadt.opendata;

import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.MediaType;

/** The catalogue of all released data sets after DCAT-AP.de 3.0. */
interface Catalogue {

    MediaType RDF_XML = MediaType.valueOf("application/rdf+xml");
    MediaType TURTLE = MediaType.valueOf("text/turtle");
    MediaType JSON_LD = MediaType.valueOf("application/ld+json");

    /** Data sets of one page. */
    int PAGE = 100;

    /**
     * Writes the catalogue, data set by data set; never holds more than one portion in memory.
     *
     * @param municipality only its data sets; null for all
     * @param page 1 for the first; 0 for all of them in one document
     * @param base address of this installation, without a slash at the end
     * @return false if there is no such page; nothing is written then
     */
    boolean write(String municipality, int page, String base, MediaType syntax, OutputStream out) throws IOException;

    /**
     * Writes one data set with its distributions.
     *
     * @param id as in its address: {@code massnahmen}, {@code zeiten}, or the number of a measure
     * @return false if there is none; nothing is written then
     */
    boolean dataset(String municipality, String id, String base, MediaType syntax, OutputStream out) throws IOException;

    /**
     * Writes who publishes, and where one asks.
     *
     * @return false if there is no such municipality; nothing is written then
     */
    boolean organisation(String municipality, String base, MediaType syntax, OutputStream out) throws IOException;

    /** @return value of a {@code Link} header with the pages around this one */
    String links(String municipality, int page, String base);
}
