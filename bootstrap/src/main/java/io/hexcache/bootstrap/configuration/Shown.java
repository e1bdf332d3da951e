package io.hexcache.bootstrap.configuration;

/** Text from outside, made fit for one line of a terminal or log. */
public final class Shown {

    private static final int MAX_LENGTH = 80;

    private Shown() {}

    /** The text in quotes, control characters escaped, shortened. */
    public static String quoted(String text) {
        StringBuilder shown = new StringBuilder("'");
        text.codePoints().limit(MAX_LENGTH).forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                shown.append("\\u%04x".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            shown.append("...");
        }
        return shown.append('\'').toString();
    }
}
