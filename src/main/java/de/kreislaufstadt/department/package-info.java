/** Municipalities, their departments and people, the roles departments hold, and the declarative file that describes them. */
package de.kreislaufstadt.department;
