/** The engine's ways in over HTTP: who may call which operation, how refusals are answered, and what our pages ask. */
@org.springframework.modulith.NamedInterface("web")
package de.kreislaufstadt.process.web;
