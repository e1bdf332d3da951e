/**
 * What an operator can set, where it comes from (defaults, file, environment, options, in that order) and whether it is
 * legal. Every mistake names the setting, where it was set, its value and what is legal; nothing is guessed.
 */
@NullMarked
package io.hexcache.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
