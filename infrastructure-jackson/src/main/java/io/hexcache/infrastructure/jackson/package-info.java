/** The codec of stored values on Jackson. */
@NullMarked
package io.hexcache.infrastructure.jackson;

import org.jspecify.annotations.NullMarked;
