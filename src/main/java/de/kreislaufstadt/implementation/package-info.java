/** Phase 5, implementation: work packages, blockages, networking log, status reports, closure. */
package de.kreislaufstadt.implementation;
