-- Articles that records come from. One page may hold several.
CREATE TABLE documents (
  document_id     TEXT NOT NULL,
  article         INTEGER NOT NULL CHECK (article >= 1),
  title           TEXT,
  published       TEXT CHECK (published IS date(published)),
  published_basis TEXT CHECK (published_basis IN ('source', 'metadata', 'text', 'url')),
  url             TEXT,
  PRIMARY KEY (document_id, article)
) WITHOUT ROWID;

-- Acts: one for all records of the same act in an article.
CREATE TABLE events (
  event_id    TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL,
  article     INTEGER NOT NULL,
  actor       TEXT NOT NULL,
  action      TEXT NOT NULL CHECK (action IN ('impose', 'extend', 'ease', 'lift')),
  status      TEXT NOT NULL CHECK (status IN ('actual', 'planned', 'urged', 'rejected')),
  FOREIGN KEY (document_id, article) REFERENCES documents (document_id, article),
  -- What a record must agree with.
  UNIQUE (event_id, document_id, article, actor, action, status)
) WITHOUT ROWID;

-- One actor, act and target. Actor, action and status stand here too, held equal to those of the event, so that a row can be read by itself.
CREATE TABLE records (
  id            TEXT NOT NULL PRIMARY KEY,
  event_id      TEXT NOT NULL,
  document_id   TEXT NOT NULL,
  article       INTEGER NOT NULL,
  actor         TEXT NOT NULL,
  action        TEXT NOT NULL,
  target        TEXT NOT NULL CHECK (target <> ''),
  date          TEXT,
  justification TEXT,
  status        TEXT NOT NULL,
  actor_code    TEXT,
  actor_text    TEXT,
  actor_agency  TEXT,
  action_text   TEXT,
  target_text   TEXT,
  target_type   TEXT NOT NULL CHECK (target_type IN ('person', 'organization', 'country', 'vessel', 'aircraft', 'sector', 'group')),
  target_role   TEXT,
  date_text     TEXT,
  date_basis    TEXT CHECK (date_basis IN ('explicit', 'relative', 'published')),
  confidence    REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  target_id     TEXT,
  target_score  REAL CHECK (target_score BETWEEN 0 AND 1),
  extractor     TEXT NOT NULL,
  -- Of the whole record: tells whether a second load brings anything new.
  digest        TEXT NOT NULL,
  -- The first day that the EDTF date can mean; null where the year is unknown.
  date_from     TEXT GENERATED ALWAYS AS (
    CASE WHEN date GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(date, 1, 4) ||
      CASE WHEN substr(date, 5, 3) GLOB '-0[1-9]' OR substr(date, 5, 3) GLOB '-1[0-2]' THEN substr(date, 5, 3) ||
        CASE WHEN substr(date, 8, 3) GLOB '-[0-3][0-9]' THEN substr(date, 8, 3) ELSE '-01' END
      ELSE '-01-01' END END) VIRTUAL,
  FOREIGN KEY (event_id, document_id, article, actor, action, status)
    REFERENCES events (event_id, document_id, article, actor, action, status)
) WITHOUT ROWID;

CREATE INDEX records_target ON records (target COLLATE NOCASE);
CREATE INDEX records_target_id ON records (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX records_actor ON records (actor, action, status);
CREATE INDEX records_date ON records (date_from);
CREATE INDEX records_event ON records (event_id);
CREATE INDEX records_document ON records (document_id, article);
CREATE INDEX events_document ON events (document_id, article);

-- Sentences that state the act. "start" and "end" count Unicode code points of the article's text, half open.
CREATE TABLE evidence (
  record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  text      TEXT NOT NULL,
  start     INTEGER NOT NULL CHECK (start >= 0),
  "end"     INTEGER NOT NULL CHECK ("end" > start),
  PRIMARY KEY (record_id, position)
);

-- Where the words of each field stand.
CREATE TABLE spans (
  record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  field     TEXT NOT NULL,
  start     INTEGER NOT NULL CHECK (start >= 0),
  "end"     INTEGER NOT NULL CHECK ("end" > start),
  PRIMARY KEY (record_id, field)
) WITHOUT ROWID;

CREATE TABLE measures (
  record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  measure   TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) WITHOUT ROWID;

CREATE TABLE objectives (
  record_id TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  objective TEXT NOT NULL,
  PRIMARY KEY (record_id, position)
) WITHOUT ROWID;

CREATE INDEX measures_measure ON measures (measure);
CREATE INDEX objectives_objective ON objectives (objective);
