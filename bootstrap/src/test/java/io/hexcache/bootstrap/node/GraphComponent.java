package io.hexcache.bootstrap.node;

import dagger.BindsInstance;
import dagger.Component;
import io.hexcache.application.management.CacheManagementUseCase;
import io.hexcache.bootstrap.configuration.Settings;
import io.hexcache.domain.CacheNode;
import java.util.function.UnaryOperator;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** The same graph of the same modules as that of a node, for tests that look behind its door. */
@Singleton
@Component(modules = {TimeModule.class, SecondTierModule.class, CacheModule.class, CatalogModule.class,
        ServicesModule.class, HealthModule.class, WriteBehindModule.class})
interface GraphComponent {

    /** Opens it. */
    NodeStart start();

    /** Its caches, and whether they are trusted. */
    CacheNode node();

    /** What is behind its memory, and how that stands. */
    SecondTier secondTier();

    /** What an operator can ask of it. */
    CacheManagementUseCase management();

    /** Makes the graph, as that of a node. */
    @Component.Factory
    interface Factory {

        /** A graph of its own for each node. */
        GraphComponent create(@BindsInstance Settings settings, @BindsInstance OpenResources resources,
                @BindsInstance UnaryOperator<DataSource> observed);
    }
}
