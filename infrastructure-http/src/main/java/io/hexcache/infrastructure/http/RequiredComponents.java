package io.hexcache.infrastructure.http;

import java.util.Optional;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Every component of a body's record must be there, but for an {@code Optional} one: the type says what may be missing.
 */
final class RequiredComponents extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember component) {
        return component.getRawType() != Optional.class;
    }
}
