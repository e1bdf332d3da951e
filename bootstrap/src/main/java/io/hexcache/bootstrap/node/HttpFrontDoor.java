package io.hexcache.bootstrap.node;

import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.bootstrap.configuration.KnownSettings;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.example.catalog.CatalogFeature;
import io.hexcache.infrastructure.http.HttpService;
import io.hexcache.infrastructure.http.HttpSettings;
import java.time.InstantSource;
import javax.inject.Inject;

/** Where requests come in. */
final class HttpFrontDoor {

    private final HttpSettings settings;
    private final CacheManagementUseCase management;
    private final CatalogFeature catalog;
    private final InstantSource dates;
    private final OpenResources resources;

    @Inject
    HttpFrontDoor(Settings settings, CacheManagementUseCase management, CatalogFeature catalog, InstantSource dates,
            OpenResources resources) {
        this.settings = translated(settings);
        this.management = management;
        this.catalog = catalog;
        this.dates = dates;
        this.resources = resources;
    }

    /** Listens; the port that it got. */
    int open() {
        return resources.add(HttpService.start(settings, management, catalog.routes(), dates)).port();
    }

    private static HttpSettings translated(Settings settings) {
        HttpSettings.Limits limits = HttpSettings.Limits.DEFAULT;
        return new HttpSettings(settings.get(KnownSettings.HTTP_HOST), settings.get(KnownSettings.HTTP_PORT),
                new HttpSettings.Limits(Math.toIntExact(settings.get(KnownSettings.HTTP_MAX_BODY)), limits
                        .maxHeaderBytes(), limits.idleTimeout(), limits.requestDeadline(), limits.maxConnections()));
    }
}
