/**
 * The domain's services, tested through the handles that a service developer works with: whole nodes over the in-memory
 * adapters and the JSON codec, on a clock that the test moves. They are tested here because this is the first module
 * from which domain and adapters can both be seen.
 */
@NullMarked
package io.hexcache.application.node;

import org.jspecify.annotations.NullMarked;
