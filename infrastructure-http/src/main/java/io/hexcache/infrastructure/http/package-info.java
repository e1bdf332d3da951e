/**
 * The inbound side over HTTP: it turns requests into commands and results into responses. It serves the routes of the
 * operator's port and those that features bring, knows neither a feature nor a tier, and gives all of them the same
 * limits, the same strict JSON and the same problem documents.
 */
@NullMarked
package io.hexcache.infrastructure.http;

import org.jspecify.annotations.NullMarked;
