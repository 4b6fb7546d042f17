/**
 * People of no municipality: their accounts, and on what they may work where and until when. What is kept here only says
 * who may; the tasks themselves stay those of the municipality.
 */
package de.kreislaufstadt.guest;
