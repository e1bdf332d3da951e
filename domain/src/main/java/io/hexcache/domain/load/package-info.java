/** How much the sources of a node may be asked. */
@NullMarked
package io.hexcache.domain.load;

import org.jspecify.annotations.NullMarked;
