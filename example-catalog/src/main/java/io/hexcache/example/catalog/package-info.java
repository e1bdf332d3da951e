/** A product catalogue: the sample of a feature that reads and writes through the cache. */
@NullMarked
package io.hexcache.example.catalog;

import org.jspecify.annotations.NullMarked;
