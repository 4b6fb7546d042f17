/**
 * Identity providers (OpenID Connect): signing in with authorization code and PKCE, their tokens over REST, what their claims
 * mean here, and the end of sessions that they end.
 */
package de.kreislaufstadt.security.provider;
