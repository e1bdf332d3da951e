/**
 * One node of the service: which adapters it is made of, in which order they start and stop, and how it says how it is.
 * Dagger writes the wiring; nothing outside of this package sees that.
 */
@NullMarked
package io.hexcache.bootstrap.node;

import org.jspecify.annotations.NullMarked;
