/**
 * Hands out what is public: keeps answers in memory as long as nothing public of their municipality has changed, answers
 * conditional requests, compresses once. Every page, file and feed goes out through here.
 */
package de.kreislaufstadt.delivery;
