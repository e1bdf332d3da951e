/** A run from its start to its verdict. */
@NullMarked
package io.hexcache.reliability.run;

import org.jspecify.annotations.NullMarked;
