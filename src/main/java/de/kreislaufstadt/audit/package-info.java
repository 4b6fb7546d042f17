/**
 * The log of business actions: takes down what others publish as {@link de.kreislaufstadt.process.BusinessAction}, in a chain
 * that nobody can change unnoticed, tells the course of a measure from it, and verifies the chain.
 */
package de.kreislaufstadt.audit;
