/** The inbound side over HTTP: it turns requests into commands and results into responses. */
@NullMarked
package io.hexcache.infrastructure.http;

import org.jspecify.annotations.NullMarked;
