/**
 * Warming: entries are loaded before anyone asks for them, by named plans of keys and loaders. One failing key fails
 * only itself, and a run shows how far it is and can be cancelled.
 */
@NullMarked
package io.hexcache.domain.warming;

import org.jspecify.annotations.NullMarked;
