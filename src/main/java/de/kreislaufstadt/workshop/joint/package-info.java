/** Workshops of several cities: who takes part, the copy that is made for all of them, and the page on which they read it. */
package de.kreislaufstadt.workshop.joint;
