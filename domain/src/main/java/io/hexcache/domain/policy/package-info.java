/** How a namespace is cached. Policies are values; what a policy decides is a function of it. */
@NullMarked
package io.hexcache.domain.policy;

import org.jspecify.annotations.NullMarked;
