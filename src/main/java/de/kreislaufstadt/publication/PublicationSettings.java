package de.kreislaufstadt.publication;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param byItself ids of municipalities in which the publication of a measure begins by itself when it is decided or rejected; in
 *     the others somebody begins it on the page of the measure. What has been published once is kept up to date in all of them
 */
@ConfigurationProperties("kreislaufstadt.publication")
record PublicationSettings(@DefaultValue Set<String> byItself) {}
