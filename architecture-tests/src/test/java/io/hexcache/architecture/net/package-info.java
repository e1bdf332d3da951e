/** Shows on a copy of the project that three nets, one behind the other, catch a technology in the domain. */
@NullMarked
package io.hexcache.architecture.net;

import org.jspecify.annotations.NullMarked;
