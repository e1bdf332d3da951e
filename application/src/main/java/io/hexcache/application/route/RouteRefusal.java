package io.hexcache.application.route;

/** A route's refusal of a request, answered as a problem document (RFC 9457). Not an error of the service. */
public final class RouteRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Refuses.
     *
     * @param status 400 to 499, or 503 when what the route itself stands on is away
     * @param detail why, for the person who sent the request
     */
    public RouteRefusal(int status, String detail) {
        super(detail, null, false, false);
        if ((status < 400 || status > 499) && status != 503) {
            throw new IllegalArgumentException("status " + status + " is not a refusal; use 400 to 499, or 503");
        }
        this.status = status;
    }

    /** The status of the response. */
    public int status() {
        return status;
    }
}
