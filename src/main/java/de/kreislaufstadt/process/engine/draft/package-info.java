/** Forms that are not sent yet: kept on the server, cleaned up, and laid beside what somebody else has sent meanwhile. */
package de.kreislaufstadt.process.engine.draft;
