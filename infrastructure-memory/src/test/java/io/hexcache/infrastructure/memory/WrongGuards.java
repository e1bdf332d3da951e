package io.hexcache.infrastructure.memory;

import io.hexcache.domain.key.KeySelection;
import io.hexcache.domain.port.CacheStore;
import io.hexcache.domain.port.Guard;
import io.hexcache.domain.port.Token;
import io.hexcache.domain.port.Write;
import io.hexcache.domain.time.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Stores that break one rule each about who may store. */
final class WrongGuards {

    private WrongGuards() {}

    static CacheStore thatDoesNotCompareTheLease(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean mayFill(Hold hold, Token token) {
                return hold.kind() == Guard.READING;
            }
        };
    }

    static CacheStore thatFillsWhateverTheGuard(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            boolean mayFill(Hold hold, Token token) {
                return true;
            }
        };
    }

    static CacheStore whoseSecondBeginOverwritesTheFirst(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold begun(Hold hold, Token token) {
                return Hold.free().begun(token, now());
            }
        };
    }

    static CacheStore whoseRemovalLeavesTheWriteToken(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold removed(Hold hold) {
                return hold.kind() == Guard.WRITING ? hold : super.removed(hold);
            }
        };
    }

    static CacheStore whoseRemovalLeavesTheLease(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold removed(Hold hold) {
                return hold.kind() == Guard.READING ? hold : super.removed(hold);
            }
        };
    }

    static CacheStore whoseRemovalForgetsTheWriters(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold removed(Hold hold) {
                return Hold.free();
            }
        };
    }

    static CacheStore whoseSetLeavesTheGuard(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold overwritten(Hold hold) {
                return hold;
            }
        };
    }

    static CacheStore whoseRefusedPutKeepsTheEntry(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Optional<StoredBytes> refused(Optional<StoredBytes> stored) {
                return stored;
            }
        };
    }

    static CacheStore whoseRefusedPutFreesTheGuard(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold ended(Hold hold, Token token) {
                return Hold.free();
            }
        };
    }

    static CacheStore whoseBeginDoesNotCut(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            StoredBytes cut(StoredBytes stored) {
                return stored;
            }
        };
    }

    static CacheStore whoseBeginLengthensShortLives(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            StoredBytes cut(StoredBytes stored) {
                return stored.living(TOKEN_LIFE, now()).capped(now());
            }
        };
    }

    /** Cuts the life, but does not remember that it did. */
    static CacheStore whoseExpireLengthensACutLife(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            StoredBytes cut(StoredBytes stored) {
                Duration left = stored.remaining(now());
                return stored.living(left.compareTo(TOKEN_LIFE) < 0 ? left : TOKEN_LIFE, now());
            }
        };
    }

    static CacheStore whoseReleaseFreesAnyLease(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold released(Hold hold, Token token) {
                return hold.kind() == Guard.READING ? Hold.free() : hold;
            }
        };
    }

    static CacheStore whoseGuardsNeverExpire(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            Hold at(Hold hold) {
                return hold;
            }
        };
    }

    static CacheStore whosePatternsSkipGuards(Ticker ticker) {
        return new PlainStore(ticker) {
            @Override
            void voidGuards(KeySelection.ByName selection) {
                // Forgotten.
            }
        };
    }

    static CacheStore whosePatternsTakeEntriesFirst(Ticker ticker) {
        Semaphore stores = new Semaphore(0);
        return new PlainStore(ticker) {
            @Override
            public boolean fill(Write write) {
                boolean filled = super.fill(write);
                stores.release();
                return filled;
            }

            @Override
            public boolean put(Write write) {
                boolean put = super.put(write);
                stores.release();
                return put;
            }

            @Override
            public long removeAll(KeySelection.ByName selection) {
                stores.drainPermits();
                long removed = removeEntries(selection);
                if (isGuarded(selection)) {
                    Gap.awaitPermit(stores, 200);
                }
                voidGuards(selection);
                return removed;
            }
        };
    }
}
