package io.hexcache.simulation.port;

/**
 * A call of a port.
 *
 * @param subject what it is about; turned into text when a trace is printed
 */
public record Call(Operation operation, Object subject) {

    /** To which part of the world a call goes. */
    public enum Destination {

        /** The memory of the process itself: nothing can come in between. */
        LOCAL,

        /** The store, with its register and its index. */
        STORE,

        /** The bus. */
        BUS,

        /** The source of truth. */
        SOURCE
    }

    /** What becomes of a call that times out. */
    public enum Effect {

        /** It changes nothing. */
        NONE,

        /** It may take effect later. */
        LATE,

        /** It has taken effect or never will. */
        NOW_OR_NEVER
    }

    /** Every method of the ports. */
    @SuppressWarnings("javadoc") // they are named as the methods are
    public enum Operation {
        GET(Destination.STORE, Effect.NONE),
        FETCH(Destination.STORE, Effect.LATE),
        BEGIN(Destination.STORE, Effect.LATE),
        FILL(Destination.STORE, Effect.LATE),
        PUT(Destination.STORE, Effect.LATE),
        ABANDON(Destination.STORE, Effect.LATE),
        RELEASE(Destination.STORE, Effect.LATE),
        SET(Destination.STORE, Effect.NOW_OR_NEVER),
        EXPIRE(Destination.STORE, Effect.LATE),
        REMOVE(Destination.STORE, Effect.LATE),
        REMOVE_ALL(Destination.STORE, Effect.LATE),
        SURVEY(Destination.STORE, Effect.NONE),
        INSPECT(Destination.STORE, Effect.NONE),
        PING(Destination.STORE, Effect.NONE),
        STAMPS(Destination.STORE, Effect.LATE),
        STAMP(Destination.STORE, Effect.LATE),
        INDEX(Destination.STORE, Effect.LATE),
        MEMBERS(Destination.STORE, Effect.NONE),
        ANNOUNCE(Destination.BUS, Effect.LATE),
        EXCHANGE(Destination.BUS, Effect.LATE),
        SOURCE_LOAD(Destination.SOURCE, Effect.NONE),
        SOURCE_STORE(Destination.SOURCE, Effect.NOW_OR_NEVER),
        LOCAL_GET(Destination.LOCAL, Effect.NONE),
        LOCAL_PUT(Destination.LOCAL, Effect.NONE),
        LOCAL_REMOVE(Destination.LOCAL, Effect.NONE),
        LOCAL_SWEEP(Destination.LOCAL, Effect.NONE);

        private final Destination destination;
        private final Effect effect;

        Operation(Destination destination, Effect effect) {
            this.destination = destination;
            this.effect = effect;
        }

        /** Where it goes. */
        public Destination destination() {
            return destination;
        }

        /** Whether it may be called under a lock, so that nobody must wait on the way. */
        public boolean isUnderLock() {
            return this == LOCAL_SWEEP;
        }

        /** What becomes of it when it times out. */
        public Effect effect() {
            return effect;
        }
    }

    @Override
    public String toString() {
        return operation + " " + subject;
    }
}
