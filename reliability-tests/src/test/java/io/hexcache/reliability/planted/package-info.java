/** Bugs that are planted into a copy of the service, to show that a run finds them. */
@NullMarked
package io.hexcache.reliability.planted;

import org.jspecify.annotations.NullMarked;
