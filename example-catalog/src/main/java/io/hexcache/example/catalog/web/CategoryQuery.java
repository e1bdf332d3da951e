package io.hexcache.example.catalog.web;

import io.hexcache.application.route.RouteCall;
import io.hexcache.application.route.RouteRefusal;
import java.util.Set;

/** The one question that can be asked of all products: which are in this category? */
final class CategoryQuery {

    private static final String CATEGORY = "category";

    private CategoryQuery() {}

    /** The category; refuses a query without one, and a query for anything else, which would go unanswered. */
    static String of(RouteCall<?> call) {
        if (!Set.of(CATEGORY).containsAll(call.queryParameters().keySet())) {
            throw new RouteRefusal(422,
                    "products can be asked for by category only, as in ?category=kitchen;"
                            + " leave the other query parameters out");
        }
        return call.queryParameter(CATEGORY).filter(name -> !name.isBlank()).orElseThrow(() -> new RouteRefusal(422,
                "name a category, as in ?category=kitchen; there is no list of all products"));
    }
}
