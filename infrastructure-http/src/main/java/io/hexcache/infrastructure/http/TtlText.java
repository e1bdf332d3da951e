package io.hexcache.infrastructure.http;

import io.hexcache.domain.policy.TtlBounds;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time to live as people write it: {@code 250ms}, {@code 5s}, {@code 5m}, {@code 1h}, {@code 7d}. */
final class TtlText {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,12})(ms|s|m|h|d)");

    private TtlText() {}

    /** Throws a refusal with 422, or the domain's own for a ttl out of bounds. */
    static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new RequestRefused(Problem.of(422,
                    "ttl is not a number with a unit out of ms, s, m, h and d, such as "
                            + "5m")
                    .at("/ttl", Optional.empty()));
        }
        long amount = Long.parseLong(form.group(1));
        return TtlBounds.check("ttl", switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        });
    }
}
