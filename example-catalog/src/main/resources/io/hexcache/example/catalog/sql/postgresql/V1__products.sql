-- A removed product keeps its row: its id is never given again, and the category that it had when it was removed tells
-- which list must be refreshed. Every rule here is also one of the record Product; this is the last line of defence.
CREATE TABLE product (
    id          BIGINT   PRIMARY KEY CHECK (id >= 1),
    name        TEXT     NOT NULL CHECK (length(btrim(name)) BETWEEN 1 AND 120),
    category    TEXT     COLLATE "C" NOT NULL CHECK (category ~ '^[a-z][a-z0-9-]{0,39}$'),
    price_cents BIGINT   NOT NULL CHECK (price_cents >= 0),
    stock       INTEGER  NOT NULL CHECK (stock >= 0),
    version     BIGINT   NOT NULL DEFAULT 1 CHECK (version >= 1),
    removed     SMALLINT NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
);

CREATE INDEX product_by_category ON product (category, id) WHERE removed = 0;
