package io.hexcache.example.catalog.product;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every product obeys, wherever it comes from: a request, the database, a cache. */
final class ProductRules {

    private static final int MAX_NAME = 120;
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private ProductRules() {}

    /** Refuses with all reasons at once, so that nobody has to find them one by one. */
    static void check(long id, String name, String category, long priceCents, int stock) {
        List<String> reasons = new ArrayList<>();
        require(reasons, id >= 1, "id must be 1 or more");
        require(reasons, !name.isBlank(), "name must not be blank");
        require(reasons, name.length() <= MAX_NAME, "name must have at most " + MAX_NAME + " characters, not " + name
                .length());
        require(reasons, isPlainText(name), "name must be Unicode without control characters");
        require(reasons, isCategory(category),
                "category must be a lower-case letter followed by at most 39 letters, digits or hyphens");
        require(reasons, priceCents >= 0, "priceCents must be 0 or more");
        require(reasons, stock >= 0, "stock must be 0 or more");
        if (!reasons.isEmpty()) {
            throw new ProductException.Invalid(reasons);
        }
    }

    /** Whether a category could have this name. */
    static boolean isCategory(String name) {
        return CATEGORY.matcher(name).matches();
    }

    private static void require(List<String> reasons, boolean obeyed, String rule) {
        if (!obeyed) {
            reasons.add(rule);
        }
    }

    private static boolean isPlainText(String name) {
        // A half of a surrogate pair comes out of codePoints() as itself; the database could not hold it.
        return name.codePoints().noneMatch(c -> Character.isISOControl(c) || Character.getType(
                c) == Character.SURROGATE);
    }
}
