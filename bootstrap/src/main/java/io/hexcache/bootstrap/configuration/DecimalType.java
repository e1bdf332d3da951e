package io.hexcache.bootstrap.configuration;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A decimal number between two bounds, both legal, with at most six digits after the point. */
record DecimalType(BigDecimal least, BigDecimal most) implements ValueType<Double> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    static DecimalType between(String least, String most) {
        return new DecimalType(new BigDecimal(least), new BigDecimal(most));
    }

    @Override
    public Optional<Double> read(String text) {
        return Optional.of(text).filter(FORM.asMatchPredicate()).map(BigDecimal::new).filter(given -> given.compareTo(
                least) >= 0 && given.compareTo(most) <= 0).map(BigDecimal::doubleValue);
    }

    @Override
    public String legal() {
        return "a number from " + least + " to " + most + ", such as " + (most.compareTo(BigDecimal.ONE) > 0 ? "1.5"
                : "0.2");
    }
}
