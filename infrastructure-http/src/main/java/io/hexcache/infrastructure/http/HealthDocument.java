package io.hexcache.infrastructure.http;

import io.hexcache.application.management.ManagementResult;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the node is, as JSON. */
record HealthDocument(boolean live, boolean ready, Map<String, Component> components) {

    /** One part of it. */
    record Component(boolean up, boolean required, String detail) {}

    static HealthDocument of(ManagementResult.Health health) {
        Map<String, Component> components = new LinkedHashMap<>();
        health.components().forEach(part -> components.put(part.name(), new Component(part.up(), part.required(), part
                .detail())));
        return new HealthDocument(health.live(), health.ready(), components);
    }
}
