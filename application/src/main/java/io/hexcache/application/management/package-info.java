/**
 * What an operator can ask of a running cache: one use case that takes a sealed command and answers a sealed result.
 */
@NullMarked
package io.hexcache.application.management;

import org.jspecify.annotations.NullMarked;
