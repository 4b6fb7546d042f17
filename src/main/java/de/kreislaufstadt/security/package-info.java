/** Who gets in: login of the engine's REST API and the web applications, security headers, the first administrator. */
package de.kreislaufstadt.security;
