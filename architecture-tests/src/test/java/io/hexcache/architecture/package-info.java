/** The tests that hold the line: every rule on every module, every rule against its fixture, every module counted. */
@NullMarked
package io.hexcache.architecture;

import org.jspecify.annotations.NullMarked;
