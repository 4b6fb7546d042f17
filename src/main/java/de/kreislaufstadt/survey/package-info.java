/** Phase 2, status-quo survey: answers of the departments, activities of the city group, stakeholder analysis, summary, and the quarterly exchange. */
package de.kreislaufstadt.survey;
