package io.hexcache.example.catalog.product;

import java.util.List;

/** Why the catalogue does not do what it was asked to. The message is for the person who asked. */
public abstract sealed class ProductException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    private ProductException(String reason) {
        // Refusing is daily business: nobody needs to know where in the code it happened.
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** The message. */
    public String reason() {
        return reason;
    }

    /** The product breaks rules; the message says all of them. */
    public static final class Invalid extends ProductException {

        private static final long serialVersionUID = 1L;

        Invalid(List<String> reasons) {
            super(String.join("; ", reasons));
        }
    }

    /** There is no such product. */
    public static final class Unknown extends ProductException {

        private static final long serialVersionUID = 1L;

        /** Says which one. */
        public Unknown(long id) {
            super("there is no product " + id);
        }
    }

    /** The product has changed since it was read. */
    public static final class Outdated extends ProductException {

        private static final long serialVersionUID = 1L;

        /** Says which version was given, and which one would be right. */
        public Outdated(Product given, long currentVersion) {
            super("product %d is at version %d, not %d; read it again and repeat the change".formatted(given.id(),
                    currentVersion, given.version()));
        }
    }
}
