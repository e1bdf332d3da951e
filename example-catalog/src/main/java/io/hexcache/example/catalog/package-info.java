/**
 * A product catalogue: a feature with its own database, its own routes and two cached namespaces, to be copied by
 * whoever builds the first real feature. {@link io.hexcache.example.catalog.CatalogFeature} joins its rooms: {@code
 * product} is the inside, {@code sql} and {@code web} are adapters that never see each other.
 */
@NullMarked
package io.hexcache.example.catalog;

import org.jspecify.annotations.NullMarked;
