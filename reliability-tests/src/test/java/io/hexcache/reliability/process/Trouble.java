package io.hexcache.reliability.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What a link does to the bytes that pass. */
sealed interface Trouble {

    /** No trouble. */
    Trouble NONE = new Slow(Duration.ZERO, new CountDownLatch(0));

    /** Holds back what is on its way, as long as it has to; answers whether it may pass then. */
    boolean pass(boolean isReply, int bytes) throws InterruptedException;

    /** Ends the trouble: what was held back passes. */
    default void end() {}

    /** Each piece comes so much later. */
    record Slow(Duration delay, CountDownLatch ended) implements Trouble {

        @Override
        public boolean pass(boolean isReply, int bytes) throws InterruptedException {
            boolean _ = ended.await(delay.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        }

        @Override
        public void end() {
            ended.countDown();
        }
    }

    /** Nothing comes until it has ended, as when cables are pulled; then all of it comes, late. */
    record Hanging(boolean repliesOnly, CountDownLatch ended) implements Trouble {

        @Override
        public boolean pass(boolean isReply, int bytes) throws InterruptedException {
            if (isReply || !repliesOnly) {
                ended.await();
            }
            return true;
        }

        @Override
        public void end() {
            ended.countDown();
        }
    }

    /** So many more bytes of replies come, and then every connection breaks. */
    record Cut(AtomicLong left) implements Trouble {

        @Override
        public boolean pass(boolean isReply, int bytes) {
            return left.addAndGet(isReply ? -bytes : 0) > 0;
        }
    }
}
