package io.hexcache.bootstrap.configuration;

/** One of the words that a setting can be, and what it stands for. */
record Choice<T>(String word, T meaning) {}
