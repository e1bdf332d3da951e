package io.hexcache.domain.time;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What a node gets from the machine that it runs on: time, chance and threads.
 *
 * @param ticker measures deadlines
 * @param dates says when entries were made
 * @param waiter lets time pass
 * @param random makes tokens and draws lots; must be hard to guess only in so far as nodes must not repeat each other
 * @param executor runs loads, each in a thread of its own, which may block; virtual threads suit it
 */
public record NodeRuntime(Ticker ticker, InstantSource dates, Waiter waiter, RandomGenerator random,
        Executor executor) {}
