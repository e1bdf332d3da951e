/**
 * Stamps: how an entry shows that it is not older than the last invalidation of its tags and namespaces, however late
 * the news of that invalidation comes.
 */
@NullMarked
package io.hexcache.domain.stamp;

import org.jspecify.annotations.NullMarked;
