/**
 * Phase 3, workshops: agenda, invitations, minutes, objections, ideas, evaluation. Its rooms know each other in one
 * direction: {@code record}, then {@code link}, {@code letter}, {@code answer}, and last {@code page} and {@code task}.
 */
package de.kreislaufstadt.workshop;
