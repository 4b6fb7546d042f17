/**
 * Personal data of all modules: deleted when its time has come, unless a block holds it; told, corrected, restricted and
 * deleted per person; described in the record of processing activities. The rules and the tables stay with their modules.
 */
package de.kreislaufstadt.retention;
