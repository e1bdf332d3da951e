package io.hexcache.infrastructure.redis;

import io.hexcache.domain.key.KeySelection;

/** What a node tells the others. */
record ChangeMessage(NodeId origin, KeySelection change) {}
