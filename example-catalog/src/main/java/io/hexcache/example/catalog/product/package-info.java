/**
 * What a product is, how it is found, replaced and removed, and what that means for the cache. Read-through and
 * write-through are shown by {@code ProductSource}, read-through with a tag by {@code CategorySource}, and which cached
 * lists a change reaches by {@code CategoryLists}.
 */
@NullMarked
package io.hexcache.example.catalog.product;

import org.jspecify.annotations.NullMarked;
