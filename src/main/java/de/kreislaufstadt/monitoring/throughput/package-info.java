/** How long steps and phases take, and how often they are done in time. */
package de.kreislaufstadt.monitoring.throughput;
