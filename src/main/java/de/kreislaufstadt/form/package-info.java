/** Forms as the browser shows them and the server checks them: reads form schemas, checks submitted data against them and names every problem at its field. */
package de.kreislaufstadt.form;
