/** The command line: what can be typed, what is printed, and which exit code it ends with. */
@NullMarked
package io.hexcache.bootstrap.command;

import org.jspecify.annotations.NullMarked;
