package io.hexcache.bootstrap.node;

import dagger.BindsInstance;
import dagger.Component;
import io.hexcache.bootstrap.configuration.Settings;
import java.util.function.UnaryOperator;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** The graph of one node. */
@Singleton
@Component(modules = {TimeModule.class, SecondTierModule.class, CacheModule.class, CatalogModule.class,
        ServicesModule.class, HealthModule.class, WriteBehindModule.class})
interface NodeComponent {

    /** Opens what the node is made of. */
    NodeStart start();

    /** What is behind its memory. */
    SecondTier secondTier();

    /** Makes the graph. */
    @Component.Factory
    interface Factory {

        /**
         * A graph of its own for each node.
         *
         * @param resources takes what is opened, also if opening the next thing fails
         * @param observed can put something around the database that sees its statements
         */
        NodeComponent create(@BindsInstance Settings settings, @BindsInstance OpenResources resources,
                @BindsInstance UnaryOperator<DataSource> observed);
    }
}
