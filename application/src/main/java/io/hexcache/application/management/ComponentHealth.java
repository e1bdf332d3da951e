package io.hexcache.application.management;

/**
 * How one part of the node is.
 *
 * @param name which part, such as {@code l2}
 * @param detail the adapter, or what is wrong with it and since when
 * @param required whether the node is not ready without it
 */
public record ComponentHealth(String name, boolean up, String detail, boolean required) {}
