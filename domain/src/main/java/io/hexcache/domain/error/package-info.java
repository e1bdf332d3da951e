/**
 * Everything that can go wrong, as one unchecked hierarchy. Each message says what was tried, on which key or node,
 * and what the reader of the message can do about it.
 */
@NullMarked
package io.hexcache.domain.error;

import org.jspecify.annotations.NullMarked;
