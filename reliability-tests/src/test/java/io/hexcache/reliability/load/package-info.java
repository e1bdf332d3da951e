/** What is read and written meanwhile, over HTTP, as clients of the service do it. */
@NullMarked
package io.hexcache.reliability.load;

import org.jspecify.annotations.NullMarked;
