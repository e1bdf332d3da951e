/** One suite of tests per outbound port, which every adapter of that port has to pass. */
@NullMarked
package io.hexcache.contract;

import org.jspecify.annotations.NullMarked;
