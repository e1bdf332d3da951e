package io.hexcache.domain.key;

import io.hexcache.domain.error.InvalidKeyException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Turns the text of a glob into elements: the set of bytes that one position may hold, or a star. It follows
 * {@code stringmatchlen} of Redis, with its odd corners: a range may run downwards, a bracket behind {@code -} is the
 * end of a range, and a backslash at the very end stands for itself.
 */
final class GlobParser {

    /** What stands at one place of a pattern: one byte out of a set, or, for a star, any number of any bytes. */
    record Element(BitSet bytes, boolean star) {

        boolean takes(byte candidate) {
            return bytes.get(candidate & 0xff);
        }

        boolean isLiteral() {
            return !star && bytes.cardinality() == 1;
        }
    }

    private final String text;
    private final byte[] bytes;
    private int position;
    private int wildcards;

    GlobParser(String text) {
        this.text = text;
        this.bytes = Text.utf8(text);
    }

    int wildcards() {
        return wildcards;
    }

    List<Element> parse() {
        List<Element> elements = new ArrayList<>();
        while (position < bytes.length) {
            int current = next();
            switch (current) {
                case '*' -> {
                    wildcards++;
                    elements.add(new Element(range(0, 255), true));
                }
                case '?' -> {
                    wildcards++;
                    elements.add(one(range(0, 255)));
                }
                case '[' -> {
                    wildcards++;
                    elements.add(one(byteClass(position - 1)));
                }
                case '\\' -> elements.add(one(only(position < bytes.length ? next() : '\\')));
                default -> elements.add(one(only(current)));
            }
        }
        return List.copyOf(elements);
    }

    private BitSet byteClass(int opened) {
        BitSet members = new BitSet(256);
        boolean negated = position < bytes.length && bytes[position] == '^';
        if (negated) {
            position++;
        }
        while (position < bytes.length) {
            int current = next();
            if (current == ']') {
                if (negated) {
                    members.flip(0, 256);
                }
                return members;
            }
            if (current == '\\' && position < bytes.length) {
                members.set(next());
            } else if (position + 1 < bytes.length && bytes[position] == '-') {
                position++;
                members.or(range(current, next()));
            } else {
                members.set(current);
            }
        }
        throw new InvalidKeyException("pattern %s has a '[' at byte %d that is never closed; close it, or write '\\['"
                .formatted(Text.quoted(text), opened));
    }

    private int next() {
        return bytes[position++] & 0xff;
    }

    private static Element one(BitSet bytes) {
        return new Element(bytes, false);
    }

    private static BitSet only(int value) {
        return range(value, value);
    }

    private static BitSet range(int one, int other) {
        BitSet set = new BitSet(256);
        set.set(Math.min(one, other), Math.max(one, other) + 1);
        return set;
    }
}
