/** What the rules ask of a class and ArchUnit has no words for. */
@NullMarked
package io.hexcache.architecture.condition;

import org.jspecify.annotations.NullMarked;
