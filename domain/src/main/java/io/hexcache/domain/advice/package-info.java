/** What measurements say about whether and how a thing is worth caching, for people who decide it. */
@NullMarked
package io.hexcache.domain.advice;

import org.jspecify.annotations.NullMarked;
