/** Every source of settings, and every mistake that one can hold. */
@NullMarked
package io.hexcache.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
