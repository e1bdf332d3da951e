/**
 * The cache itself: {@code Cache}, the typed handle on one namespace that a service developer works with, and
 * {@code Caches}, where handles come from. Everything behind them is in the packages below, pure Java against ports.
 */
@NullMarked
package io.hexcache.domain;

import org.jspecify.annotations.NullMarked;
