/**
 * The data behind the public pages, for programs: JSON, CSV and XLSX of every released measure, the complete download, time facts,
 * the catalogue after DCAT-AP.de 3.0, and the API with its description. It reads {@code released} and knows nothing else.
 */
package de.kreislaufstadt.opendata;
