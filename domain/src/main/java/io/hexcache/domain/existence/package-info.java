/**
 * The existence filter of a namespace: knows without asking the source that a key does not exist there. It says "maybe"
 * whenever it is not sure to have heard of every key that was created.
 */
@NullMarked
package io.hexcache.domain.existence;

import org.jspecify.annotations.NullMarked;
