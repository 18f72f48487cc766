-- Articles that records come from. One page may hold several.
CREATE TABLE documents (
  document_id     text NOT NULL,
  article         integer NOT NULL CHECK (article >= 1),
  title           text,
  published       date,
  published_basis text CHECK (published_basis IN ('source', 'metadata', 'text', 'url')),
  url             text,
  PRIMARY KEY (document_id, article)
);

-- Acts: one for all records of the same act in an article.
CREATE TABLE events (
  event_id    text NOT NULL PRIMARY KEY,
  document_id text NOT NULL,
  article     integer NOT NULL,
  actor       text NOT NULL,
  action      text NOT NULL CHECK (action IN ('impose', 'extend', 'ease', 'lift')),
  status      text NOT NULL CHECK (status IN ('actual', 'planned', 'urged', 'rejected')),
  FOREIGN KEY (document_id, article) REFERENCES documents (document_id, article),
  -- What a record must agree with.
  UNIQUE (event_id, document_id, article, actor, action, status)
);

-- One actor, act and target. Actor, action and status stand here too, held equal to those of the event, so that a row can be read by itself.
CREATE TABLE records (
  id            text NOT NULL PRIMARY KEY,
  event_id      text NOT NULL,
  document_id   text NOT NULL,
  article       integer NOT NULL,
  actor         text NOT NULL,
  action        text NOT NULL,
  target        text NOT NULL CHECK (target <> ''),
  date          text,
  justification text,
  status        text NOT NULL,
  actor_code    text,
  actor_text    text,
  actor_agency  text,
  action_text   text,
  target_text   text,
  target_type   text NOT NULL CHECK (target_type IN ('person', 'organization', 'country', 'vessel', 'aircraft', 'sector', 'group')),
  target_role   text,
  date_text     text,
  date_basis    text CHECK (date_basis IN ('explicit', 'relative', 'published')),
  confidence    double precision NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  target_id     text,
  target_score  double precision CHECK (target_score BETWEEN 0 AND 1),
  extractor     text NOT NULL,
  -- Of the whole record: tells whether a second load brings anything new.
  digest        text NOT NULL,
  -- The first day that the EDTF date can mean; null where the year is unknown.
  date_from     date GENERATED ALWAYS AS (
    CASE WHEN date ~ '^[0-9]{4}' THEN make_date(
      substr(date, 1, 4)::integer,
      coalesce(substring(date FROM '^[0-9]{4}-(0[1-9]|1[0-2])')::integer, 1),
      coalesce(substring(date FROM '^[0-9]{4}-(?:0[1-9]|1[0-2])-([0-3][0-9])')::integer, 1)) END) STORED,
  FOREIGN KEY (event_id, document_id, article, actor, action, status)
    REFERENCES events (event_id, document_id, article, actor, action, status)
);

CREATE INDEX records_target ON records (lower(target));
CREATE INDEX records_target_id ON records (target_id) WHERE target_id IS NOT NULL;
CREATE INDEX records_actor ON records (actor, action, status);
CREATE INDEX records_date ON records (date_from);
CREATE INDEX records_event ON records (event_id);
CREATE INDEX records_document ON records (document_id, article);
CREATE INDEX events_document ON events (document_id, article);

-- Sentences that state the act. "start" and "end" count Unicode code points of the article's text, half open.
CREATE TABLE evidence (
  record_id text NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position  integer NOT NULL,
  text      text NOT NULL,
  start     integer NOT NULL CHECK (start >= 0),
  "end"     integer NOT NULL CHECK ("end" > start),
  -- For full-text search.
  search    tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED,
  PRIMARY KEY (record_id, position)
);

-- Where the words of each field stand.
CREATE TABLE spans (
  record_id text NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  field     text NOT NULL,
  start     integer NOT NULL CHECK (start >= 0),
  "end"     integer NOT NULL CHECK ("end" > start),
  PRIMARY KEY (record_id, field)
);

CREATE TABLE measures (
  record_id text NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position  integer NOT NULL,
  measure   text NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE TABLE objectives (
  record_id text NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  position  integer NOT NULL,
  objective text NOT NULL,
  PRIMARY KEY (record_id, position)
);

CREATE INDEX measures_measure ON measures (measure);
CREATE INDEX objectives_objective ON objectives (objective);
