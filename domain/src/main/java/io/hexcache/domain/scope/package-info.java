/**
 * What the calling thread reads for: a request, within which each key has one value, or a load, whose result inherits
 * the tags of what it was made of. Both are bound to the thread for the time of a call.
 */
@NullMarked
package io.hexcache.domain.scope;

import org.jspecify.annotations.NullMarked;
