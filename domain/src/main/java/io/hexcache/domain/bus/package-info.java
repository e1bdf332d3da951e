/** What nodes tell each other: changes, numbered by their origin, and the heads that show whether any was lost. */
@NullMarked
package io.hexcache.domain.bus;

import org.jspecify.annotations.NullMarked;
