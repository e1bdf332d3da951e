/** Copies of collections that values keep. */
@NullMarked
package io.hexcache.domain.collection;

import org.jspecify.annotations.NullMarked;
