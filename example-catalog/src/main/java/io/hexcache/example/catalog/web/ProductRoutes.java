package io.hexcache.example.catalog.web;

import io.hexcache.application.route.Route;
import io.hexcache.application.route.RouteCall;
import io.hexcache.application.route.RouteRefusal;
import io.hexcache.application.route.RouteReply;
import io.hexcache.domain.entry.Lookup;
import io.hexcache.domain.strategy.WriteResult;
import io.hexcache.example.catalog.product.CachedProducts;
import io.hexcache.example.catalog.product.CategoryLists;
import io.hexcache.example.catalog.product.Product;
import io.hexcache.example.catalog.product.ProductId;
import io.hexcache.example.catalog.product.RemoveProduct;
import io.hexcache.example.catalog.product.ReplaceProduct;
import java.util.List;
import java.util.Map;

/** The routes below {@code /v1/products}. */
public final class ProductRoutes {

    private static final String ALL = "/v1/products";
    private static final String ONE = ALL + "/{id}";

    private final CachedProducts products;
    private final CategoryLists lists;
    private final ReplaceProduct replaceProduct;
    private final RemoveProduct removeProduct;

    /** Routes to these. */
    public ProductRoutes(CachedProducts products, CategoryLists lists, ReplaceProduct replaceProduct,
            RemoveProduct removeProduct) {
        this.products = products;
        this.lists = lists;
        this.replaceProduct = replaceProduct;
        this.removeProduct = removeProduct;
    }

    /** All of them. */
    public List<Route<?>> all() {
        return List.of(
                Route.get(ALL, Refusals.of(this::list)),
                Route.get(ONE, Refusals.of(this::find)),
                Route.put(ONE, ProductDocument.class, Refusals.of(this::replace)),
                Route.delete(ONE, Refusals.of(this::remove)));
    }

    private RouteReply find(RouteCall<Void> call) {
        long id = id(call);
        return found(products.find(id), "there is no product " + id);
    }

    private RouteReply list(RouteCall<Void> call) {
        return found(lists.find(CategoryQuery.of(call)), "there is no such category, or no product is left in it");
    }

    private static <V> RouteReply found(Lookup<V> lookup, String otherwise) {
        return switch (lookup) {
            case Lookup.Hit<V> hit -> RouteReply.found(hit.found(), hit);
            case Lookup.Absent<V> _, Lookup.Miss<V> _ -> throw new RouteRefusal(404, otherwise);
        };
    }

    private RouteReply replace(RouteCall<ProductDocument> call) {
        long id = id(call);
        ProductDocument document = call.body();
        if (document.id() != id) {
            throw new RouteRefusal(422, "the document has id " + document.id() + ", the address " + id
                    + "; they must be the same");
        }
        WriteResult<Product> replaced = replaceProduct.replace(document.toProduct());
        return RouteReply.changed(replaced.stored(), replaced.completion());
    }

    private RouteReply remove(RouteCall<Void> call) {
        return RouteReply.changed(Map.of("deleted", true), removeProduct.remove(id(call)));
    }

    static long id(RouteCall<?> call) {
        return ProductId.parse(call.pathParameter("id")).orElseThrow(() -> new RouteRefusal(422,
                "the id of a product is a decimal number from 1 to 9223372036854775807 without sign or leading zeros"));
    }
}
