/**
 * Values as JSON or MessagePack in a small envelope that knows its key, its age, its form and whether it is whole. The
 * adapter of {@code ValueCodec} on Jackson and LZ4.
 */
@NullMarked
package io.hexcache.infrastructure.jackson;

import org.jspecify.annotations.NullMarked;
