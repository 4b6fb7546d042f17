/** How much work waits in each department, now and at the end of the weeks before. */
package de.kreislaufstadt.monitoring.workload;
