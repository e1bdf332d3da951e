/** What was written when, what a read therefore had to answer, and what it answered instead. */
@NullMarked
package io.hexcache.reliability.history;

import org.jspecify.annotations.NullMarked;
