/** Components of the model approach as guidance for the phases of measures: which of them, why, and what they say. */
package de.kreislaufstadt.association.guidance;
