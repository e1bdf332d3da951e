package io.hexcache.contract;

import static io.hexcache.contract.Samples.key;
import static io.hexcache.contract.Samples.token;
import static io.hexcache.contract.Samples.write;

import io.hexcache.domain.key.CacheKey;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Fetch;
import io.hexcache.domain.port.Fetched;
import io.hexcache.domain.port.SetCondition;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Plays lines such as {@code begin 1, put 1} on one key of a store. The number is that of the token; who stores, stores
 * it as the value.
 */
final class GuardScript {

    private static final CacheKey KEY = key("guarded");

    private final CacheStore store;

    GuardScript(CacheStore store) {
        this.store = store;
    }

    void play(String steps) {
        for (String step : steps.split(", *", -1)) {
            answer(step);
        }
    }

    /** What the store answers to the step, as the table of the tests writes it. */
    String answer(String step) {
        String[] words = step.split(" ", -1);
        int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        return switch (words[0]) {
            case "fetch" -> fetched(store.fetch(Fetch.of(KEY, token(number)).leaseBelow(Fetch.ANY_LIFE)));
            case "fill" -> yesOrNo(store.fill(write(KEY, token(number), words[1])));
            case "put" -> yesOrNo(store.put(write(KEY, token(number), words[1])));
            case "set" -> yesOrNo(store.set(write(KEY, token(number), words[1]), new SetCondition.Always()));
            case "remove" -> Long.toString(store.remove(Set.of(KEY)));
            default -> unanswered(words[0], number);
        };
    }

    private String unanswered(String operation, int number) {
        switch (operation) {
            case "begin" -> store.begin(Set.of(KEY), token(number));
            case "abandon" -> store.abandon(Set.of(KEY), token(number));
            case "release" -> store.release(KEY, token(number));
            default -> throw new IllegalArgumentException("no operation '" + operation + "'");
        }
        return "-";
    }

    private static String fetched(Fetched answer) {
        return switch (answer) {
            case Fetched.Found _ -> "found";
            case Fetched.Leased _ -> "leased";
            case Fetched.Held(var guard, var _) -> "held " + guard;
        };
    }

    private static String yesOrNo(boolean answer) {
        return answer ? "yes" : "no";
    }

    /** Guard and value, as the table of the tests writes them. */
    String state() {
        return store.inspect(KEY).guard() + " " + store.get(KEY)
                .map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8)).orElse("-");
    }
}
