/** The demo city and its embedded database. Not part of the production jar. */
package de.kreislaufstadt.demo;
