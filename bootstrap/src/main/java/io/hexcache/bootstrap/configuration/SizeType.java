package io.hexcache.bootstrap.configuration;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes between two bounds, both legal: {@code 512}, {@code 100KiB}, {@code 50MiB}, {@code 2GiB}. */
record SizeType(long least, long most) implements ValueType<Long> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})(B|KiB|MiB|GiB)?");
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB"};

    @Override
    public Optional<Long> read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("B");
        long bytes = Long.parseLong(matcher.group(1)) << switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
        return bytes < least || bytes > most ? Optional.empty() : Optional.of(bytes);
    }

    @Override
    public String legal() {
        return "a size from %s to %s, such as 512B, 100KiB or 50MiB".formatted(write(least), write(most));
    }

    private static String write(long bytes) {
        long number = bytes;
        int unit = 0;
        while (unit < UNITS.length - 1 && number > 0 && number % 1024 == 0) {
            number /= 1024;
            unit++;
        }
        return number + UNITS[unit];
    }
}
