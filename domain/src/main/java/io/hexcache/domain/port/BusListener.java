package io.hexcache.domain.port;

import io.hexcache.domain.bus.Message;

/**
 * Who listens on the bus. Calls come one at a time; they do not wait for anything and do not throw.
 *
 * <p>
 * A bus that keeps its messages says nothing of a connection that broke, if it can prove that it goes on where it had
 * stopped: it was late, and lateness needs no word. Trust is renewed by heads alone, and those count a message that has
 * not come yet as missing.
 */
public interface BusListener {

    /** Everything that is announced from now on will be delivered, as far as the bus knows. */
    void connected();

    /**
     * Messages may be lost from now on, and may have been lost a moment ago. A bus that gets a message which it cannot
     * read, or has to drop one, says so too, and says {@link #connected} again when it goes on.
     */
    void disconnected();

    /** A message, of another origin or the own one; perhaps twice, perhaps later than one that was sent after it. */
    void received(Message message);
}
