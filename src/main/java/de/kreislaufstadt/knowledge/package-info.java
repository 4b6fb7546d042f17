/** Phase 1, knowledge building: goals, items, review. */
package de.kreislaufstadt.knowledge;
