package io.hexcache.bootstrap.configuration;

/** The configuration cannot be used. The message is one line for the operator and holds no secret. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConfigurationException(String message) {
        super(message);
    }

    /** What is wrong with the value of one setting. */
    static <T> InvalidConfigurationException of(Setting<T> setting, String origin, String text) {
        return new InvalidConfigurationException(sentence(setting, origin, text));
    }

    /** The sentence that says it. */
    static <T> String sentence(Setting<T> setting, String origin, String text) {
        return "%s is %s (%s); it must be %s".formatted(setting.path(), setting.type().shown(text), origin,
                setting.type()
                        .legal());
    }
}
