package io.hexcache.example.catalog;

import io.hexcache.application.management.HealthCheck;
import io.hexcache.application.route.Route;
import io.hexcache.domain.Caches;
import io.hexcache.example.catalog.product.CachedProducts;
import io.hexcache.example.catalog.product.CategoryLists;
import io.hexcache.example.catalog.product.ProductRepository;
import io.hexcache.example.catalog.product.RemoveProduct;
import io.hexcache.example.catalog.product.ReplaceProduct;
import io.hexcache.example.catalog.product.StockLevels;
import io.hexcache.example.catalog.sql.CatalogDatabase;
import io.hexcache.example.catalog.sql.CatalogMigration;
import io.hexcache.example.catalog.sql.DatabaseHealth;
import io.hexcache.example.catalog.sql.SqlProductRepository;
import io.hexcache.example.catalog.web.ProductRoutes;
import io.hexcache.example.catalog.web.StockRoutes;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The catalogue as the service sees it: routes to mount and a health check to ask. It owns the namespaces
 * {@code catalog.product}, {@code catalog.category} and {@code catalog.stock} and the tags {@code category:<name>}.
 */
public final class CatalogFeature {

    private final List<Route<?>> routes;
    private final HealthCheck databaseHealth;

    private CatalogFeature(List<Route<?>> routes, HealthCheck databaseHealth) {
        this.routes = routes;
        this.databaseHealth = databaseHealth;
    }

    /**
     * Migrates the database and declares the namespaces. To be done once for these caches.
     *
     * @param dataSource connects to the database as that one says; stays the caller's, who closes it after the last
     *             request
     * @throws io.hexcache.domain.error.CacheConfigurationException if the database cannot be used, with the reason and
     *         the way out in one line
     */
    public static CatalogFeature open(CatalogDatabase database, DataSource dataSource, Caches caches) {
        new CatalogMigration(database, dataSource).run();
        ProductRepository repository = new SqlProductRepository(database, dataSource);
        CachedProducts products = new CachedProducts(caches, repository);
        CategoryLists lists = new CategoryLists(caches, repository);
        StockLevels stock = new StockLevels(caches, repository, products, lists);
        ProductRoutes routes = new ProductRoutes(products, lists, new ReplaceProduct(repository, products, lists,
                stock), new RemoveProduct(repository, products, lists, stock));
        List<Route<?>> all = Stream.concat(routes.all().stream(), new StockRoutes(stock).all().stream()).toList();
        return new CatalogFeature(all, new DatabaseHealth(database, dataSource));
    }

    /** What the catalogue answers. */
    public List<Route<?>> routes() {
        return routes;
    }

    /** Whether the database answers; a node without it is not ready. */
    public HealthCheck databaseHealth() {
        return databaseHealth;
    }
}
