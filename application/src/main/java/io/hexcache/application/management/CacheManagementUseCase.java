package io.hexcache.application.management;

/** The operator's port: everything that a person or a tool can ask of the caches of this node. */
@FunctionalInterface
public interface CacheManagementUseCase {

    /**
     * Carries the command out.
     *
     * @return what came of it; a command that cannot be carried out is {@link ManagementResult.Refused}
     * @throws io.hexcache.domain.error.CacheException if a key or tag is not legal, or a tier fails
     */
    ManagementResult execute(ManagementCommand command);
}
