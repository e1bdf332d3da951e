package io.hexcache.example.catalog.product;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A repository in which something else happens in the middle of a call, once. */
final class MovingRepository implements ProductRepository {

    private final ProductRepository real;
    private Runnable afterList = () -> {};
    private Runnable beforeReplace = () -> {};
    private Runnable beforeRemove = () -> {};
    private Runnable beforeCategoryOfRemoved = () -> {};

    MovingRepository(ProductRepository real) {
        this.real = real;
    }

    void afterNextList(Runnable event) {
        afterList = once(event, () -> afterList = () -> {});
    }

    void beforeNextReplace(Runnable event) {
        beforeReplace = once(event, () -> beforeReplace = () -> {});
    }

    void beforeNextRemove(Runnable event) {
        beforeRemove = once(event, () -> beforeRemove = () -> {});
    }

    void beforeNextCategoryOfRemoved(Runnable event) {
        beforeCategoryOfRemoved = once(event, () -> beforeCategoryOfRemoved = () -> {});
    }

    private static Runnable once(Runnable event, Runnable reset) {
        return () -> {
            reset.run();
            event.run();
        };
    }

    @Override
    public Optional<Product> find(long id) {
        return real.find(id);
    }

    @Override
    public List<Product> findAll(Collection<Long> ids) {
        return real.findAll(ids);
    }

    @Override
    public List<Product> findByCategory(String category) {
        List<Product> products = real.findByCategory(category);
        afterList.run();
        return products;
    }

    @Override
    public List<Long> idsAbove(long id, int atMost) {
        return real.idsAbove(id, atMost);
    }

    @Override
    public Optional<Product> replace(Product product) {
        beforeReplace.run();
        return real.replace(product);
    }

    @Override
    public boolean setStock(long id, int pieces) {
        return real.setStock(id, pieces);
    }

    @Override
    public boolean remove(long id) {
        beforeRemove.run();
        return real.remove(id);
    }

    @Override
    public Optional<String> categoryOfRemoved(long id) {
        beforeCategoryOfRemoved.run();
        return real.categoryOfRemoved(id);
    }
}
