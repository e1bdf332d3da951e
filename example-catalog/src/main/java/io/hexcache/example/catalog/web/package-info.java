/** The routes of the catalogue: from requests to use cases, and from what they refuse to statuses. */
@NullMarked
package io.hexcache.example.catalog.web;

import org.jspecify.annotations.NullMarked;
