/** The command line, from what is typed to what is printed and the exit code. */
@NullMarked
package io.hexcache.bootstrap.command;

import org.jspecify.annotations.NullMarked;
