/**
 * Co-signature: which departments have to sign a proposal before anybody decides, what they sign, and what becomes of their
 * signatures when it changes. Which departments follows from the decision table {@code co-signature} and the roles of the
 * municipality.
 */
package de.kreislaufstadt.gate;
