-- A removed product keeps its row: its id is never given again, and the category that it had when it was removed tells
-- which list must be refreshed. Every rule here is also one of the record Product; this is the last line of defence.
CREATE TABLE product (
    id          INTEGER PRIMARY KEY CHECK (id >= 1),
    name        TEXT    NOT NULL CHECK (length(trim(name)) BETWEEN 1 AND 120),
    category    TEXT    NOT NULL CHECK (length(category) BETWEEN 1 AND 40 AND category GLOB '[a-z]*'
                                        AND category NOT GLOB '*[^a-z0-9-]*'),
    price_cents INTEGER NOT NULL CHECK (price_cents >= 0),
    stock       INTEGER NOT NULL CHECK (stock BETWEEN 0 AND 2147483647),
    version     INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    removed     INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;

CREATE INDEX product_by_category ON product (category, id) WHERE removed = 0;
