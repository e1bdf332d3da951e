/**
 * The route port: how a feature offers its own HTTP routes without knowing the server, its JSON or its errors. The
 * service's HTTP adapter mounts them beside its own and gives them the same limits and the same problem documents.
 */
@NullMarked
package io.hexcache.application.route;

import org.jspecify.annotations.NullMarked;
