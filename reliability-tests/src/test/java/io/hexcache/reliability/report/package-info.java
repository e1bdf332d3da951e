/** What a run has found, for people and for programs. */
@NullMarked
package io.hexcache.reliability.report;

import org.jspecify.annotations.NullMarked;
