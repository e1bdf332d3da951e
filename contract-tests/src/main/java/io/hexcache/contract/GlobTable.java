package io.hexcache.contract;

import io.hexcache.domain.key.CacheKey;
import java.util.stream.Stream;

/**
 * Which pattern selects which key: the one table that the domain's matcher and every store agree on. The grammar is
 * that of Redis, on the bytes of UTF-8. All keys are of the namespace {@code g}.
 */
public final class GlobTable {

    private GlobTable() {}

    /** All lines of the table. */
    public static Stream<GlobCase> cases() {
        return Stream.of(literals(), stars(), questionMarks(), classes(), ranges(), negations(), escapes(), unicode())
                .flatMap(part -> part);
    }

    private static Stream<GlobCase> literals() {
        return Stream.of(takes("g:abc", "abc"), leaves("g:abc", "abcd"), leaves("g:abc", "ab"), leaves("g:abc", "ABC"),
                leaves("abc", "abc"), leaves("g:a.c", "abc"), takes("g:a.c", "a.c"), takes("g:a+(b|c)$", "a+(b|c)$"),
                leaves("g:a|b", "a"), takes("g:{a,b}", "{a,b}"), leaves("g:{a,b}", "a"), takes("g:a]", "a]"),
                takes("g:a-^", "a-^"), takes("g:a:b", "a:b"), takes("g:%s", "%s"));
    }

    private static Stream<GlobCase> stars() {
        return Stream.of(takes("*", "abc"), takes("g:*", "abc"), takes("g:abc*", "abc"), takes("g:a*c", "ac"),
                takes("g:a*c", "abbbc"), leaves("g:a*c", "abcd"), takes("**a**", "a"), takes("*b*", "abc"),
                leaves("*x*", "abc"), takes("g:*a*b*c", "xaxbxc"), leaves("g:*a*b*c", "xaxcxb"), takes("g:*ab", "aab"),
                takes("*:*", "a"), takes("g:a*", "a:b:c"), takes("*c", "abc"), leaves("h*", "abc"),
                takes("g:*", "*"), takes("g:a*b", "a b"));
    }

    private static Stream<GlobCase> questionMarks() {
        return Stream.of(takes("g:?", "a"), leaves("g:?", "ab"), takes("g:a?c", "abc"), leaves("g:a?c", "ac"),
                takes("g?a", "a"), takes("g:??", "ab"), takes("g:?*", "a"), takes("g:*?", "abc"), takes("g:?", "?"));
    }

    private static Stream<GlobCase> classes() {
        return Stream.of(takes("g:[abc]", "b"), leaves("g:[abc]", "d"), leaves("g:[abc]", "ab"), takes("g:[a]b", "ab"),
                takes("g:[*]", "*"), leaves("g:[*]", "a"), takes("g:[?]", "?"), leaves("g:[?]", "a"),
                takes("g:[[]", "["), leaves("g:[]a]", "a"), leaves("g:[]a]", "]"), takes("g:[a^]", "^"),
                takes("g:[.]", "."), takes("g[:]a", "a"), takes("g:[-]", "-"), takes("g:[!a]", "!"),
                takes("g:[!a]", "a"));
    }

    private static Stream<GlobCase> ranges() {
        return Stream.of(takes("g:[a-c]", "a"), takes("g:[a-c]", "b"), takes("g:[a-c]", "c"), leaves("g:[a-c]", "d"),
                leaves("g:[a-c]", "-"), takes("g:[c-a]", "b"), takes("g:[a-cx-z]", "y"), leaves("g:[a-cx-z]", "m"),
                takes("g:[0-9][0-9]", "42"), leaves("g:[a-c]", "B"), takes("g:[a-a]", "a"), takes("g:[--a]", "A"),
                takes("g:[a-]]", "]"), takes("g:[a-]]", "^"), leaves("g:[a-]]", "b"));
    }

    private static Stream<GlobCase> negations() {
        return Stream.of(takes("g:[^a]", "b"), leaves("g:[^a]", "a"), leaves("g:[^a-c]", "b"), takes("g:[^a-c]", "d"),
                takes("g:[^^]", "a"), leaves("g:[^^]", "^"), takes("g:[^]", "a"), leaves("g:[^]", "ab"),
                leaves("g:[^a]", "bb"), takes("g:[^*]", "a"), leaves("g:[^*]", "*"));
    }

    private static Stream<GlobCase> escapes() {
        return Stream.of(takes("g:\\*", "*"), leaves("g:\\*", "a"), takes("g:\\?", "?"), leaves("g:\\?", "a"),
                takes("g:\\[a]", "[a]"), leaves("g:\\[a]", "a"), takes("g:\\\\", "\\"), takes("g:\\a", "a"),
                leaves("g:\\a", "\\a"), takes("g:[\\]]", "]"), takes("g:[\\-a]", "-"), leaves("g:[a\\-c]", "b"),
                takes("g:[a\\-c]", "-"), takes("g:[\\^a]", "^"), takes("g:a\\", "a\\"), takes("g:\\**", "*abc"),
                takes("g:[\\\\]", "\\"));
    }

    /** A question mark and a class stand for one byte, and these characters have several. */
    private static Stream<GlobCase> unicode() {
        return Stream.of(takes("g:\u00e4", "\u00e4"), leaves("g:?", "\u00e4"), takes("g:??", "\u00e4"),
                leaves("g:[\u00e4]", "\u00e4"), takes("g:[\u00e4][\u00e4]", "\u00e4"), leaves("g:\u00e4", "a\u0308"),
                takes("g:????", "\ud83d\ude00"), leaves("g:???", "\ud83d\ude00"),
                takes("g:\ud83d\ude00", "\ud83d\ude00"),
                takes("g:*\ud83d\ude00*", "a\ud83d\ude00b"), leaves("g:\ud83d\ude00", "\ud83d\ude01"),
                takes("g:\\\u00e4", "\u00e4"), takes("g:\u4f60*", "\u4f60\u597d"), leaves("g:\u4f60?", "\u4f60\u597d"),
                takes("g:[^a][^a][^a]", "\u4f60"));
    }

    private static GlobCase takes(String pattern, String identifier) {
        return new GlobCase(pattern, CacheKey.parse("g:" + identifier + ":v0"), true);
    }

    private static GlobCase leaves(String pattern, String identifier) {
        return new GlobCase(pattern, CacheKey.parse("g:" + identifier + ":v0"), false);
    }
}
