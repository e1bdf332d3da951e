/**
 * What names a cached thing and what selects many of them: namespaces, keys, tags, patterns. All of them are values
 * that check themselves, so that behind this package no illegal name exists.
 */
@NullMarked
package io.hexcache.domain.key;

import org.jspecify.annotations.NullMarked;
