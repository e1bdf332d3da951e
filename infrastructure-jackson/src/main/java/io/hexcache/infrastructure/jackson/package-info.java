/**
 * Values as JSON in a small envelope that knows its key, its age and whether it is whole. The adapter of {@code
 * ValueCodec} on Jackson.
 */
@NullMarked
package io.hexcache.infrastructure.jackson;

import org.jspecify.annotations.NullMarked;
