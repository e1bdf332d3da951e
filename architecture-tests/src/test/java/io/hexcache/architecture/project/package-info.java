/** The project as it lies on the disk: its root, its modules, their compiled classes. */
@NullMarked
package io.hexcache.architecture.project;

import org.jspecify.annotations.NullMarked;
