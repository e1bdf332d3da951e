/**
 * The catalogue: one constant per rule, numbered, with its reason. {@code docs/architecture.md} shows a good and a bad
 * sample of each.
 */
@NullMarked
package io.hexcache.architecture.rule;

import org.jspecify.annotations.NullMarked;
