-- Written for SQLite 3.38 and later: a newer syntax in a view would shut older readers out of the whole file.

-- Full-text search: SELECT record_id, evidence.text FROM evidence_search JOIN evidence ON evidence.rowid = evidence_search.rowid
--   WHERE evidence_search MATCH 'oil AND tanker*' ORDER BY rank;
CREATE VIRTUAL TABLE evidence_search USING fts5 (text, content = 'evidence', tokenize = 'porter unicode61 remove_diacritics 2');
INSERT INTO evidence_search (evidence_search) VALUES ('rebuild');

CREATE TRIGGER evidence_added AFTER INSERT ON evidence BEGIN
  INSERT INTO evidence_search (rowid, text) VALUES (new.rowid, new.text);
END;

CREATE TRIGGER evidence_removed AFTER DELETE ON evidence BEGIN
  INSERT INTO evidence_search (evidence_search, rowid, text) VALUES ('delete', old.rowid, old.text);
END;

CREATE TRIGGER evidence_changed AFTER UPDATE ON evidence BEGIN
  INSERT INTO evidence_search (evidence_search, rowid, text) VALUES ('delete', old.rowid, old.text);
  INSERT INTO evidence_search (rowid, text) VALUES (new.rowid, new.text);
END;

-- One row a record with everything flat: lists joined by "; ", the first sentence of the evidence.
CREATE VIEW sanctions AS
SELECT r.actor, r.action, r.target, r.date, r.justification, r.status, r.actor_code, r.actor_text, r.actor_agency, r.action_text,
  (SELECT group_concat(measure, '; ') FROM (SELECT measure FROM measures m WHERE m.record_id = r.id ORDER BY position)) AS measures,
  r.target_text, r.target_type, r.target_role, r.date_text, r.date_basis,
  (SELECT group_concat(objective, '; ') FROM (SELECT objective FROM objectives o WHERE o.record_id = r.id ORDER BY position)) AS objectives,
  r.confidence, r.target_id, r.target_score, r.id, r.event_id, r.document_id, r.article, d.title, d.published, d.published_basis, d.url,
  (SELECT text FROM evidence e WHERE e.record_id = r.id ORDER BY position LIMIT 1) AS evidence,
  r.extractor, r.date_from
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;

-- Who sanctioned whom, when, why: acts that were done, one row for each actor and target. "acts" counts events, "articles" the pages that say so.
CREATE VIEW who_sanctioned_whom AS
SELECT actor, actor_code, target, target_type, max(target_id) AS target_id, count(DISTINCT event_id) AS acts,
  count(DISTINCT document_id || char(31) || article) AS articles, min(date_from) AS first_date, max(date_from) AS last_date,
  group_concat(DISTINCT justification) AS justifications
FROM sanctions
WHERE action IN ('impose', 'extend') AND status = 'actual'
GROUP BY actor, actor_code, target COLLATE NOCASE, target_type;

-- Threats (and calls) that became impositions: the same actor and target, planned or urged first, done the same day or later.
CREATE VIEW threats_carried_out AS
SELECT t.actor, t.target, t.status AS threat_status, coalesce(t.date_from, t.published) AS threat_date, t.id AS threat_id,
  a.id AS id, a.date, coalesce(a.date_from, a.published) AS imposed_date, a.justification, a.url,
  CAST(julianday(coalesce(a.date_from, a.published)) - julianday(coalesce(t.date_from, t.published)) AS INTEGER) AS days_between
FROM sanctions t JOIN sanctions a ON a.actor = t.actor
  AND (a.target = t.target COLLATE NOCASE OR a.target_id = t.target_id)
WHERE t.action = 'impose' AND t.status IN ('planned', 'urged') AND a.action = 'impose' AND a.status = 'actual'
  AND coalesce(a.date_from, a.published) >= coalesce(t.date_from, t.published);

-- What is in force as far as the articles say: the last dated act against a target is no lifting.
CREATE VIEW in_force AS
SELECT actor, actor_code, target, target_type, target_id, action AS last_action, date AS last_date, justification, id, url
FROM (
  SELECT s.*, row_number() OVER (PARTITION BY actor, target COLLATE NOCASE
    ORDER BY coalesce(date_from, published) DESC, action = 'lift' DESC, id) AS latest
  FROM sanctions s WHERE status = 'actual')
WHERE latest = 1 AND action <> 'lift';

-- Why: how often each authority gives each kind of reason, by year.
CREATE VIEW reasons_by_year AS
SELECT r.actor, substr(coalesce(r.date_from, d.published), 1, 4) AS year, o.objective, count(*) AS records
FROM records r JOIN objectives o ON o.record_id = r.id
  JOIN documents d ON d.document_id = r.document_id AND d.article = r.article
WHERE r.status = 'actual' AND r.action IN ('impose', 'extend')
GROUP BY r.actor, year, o.objective;

-- Each record as the line of JSON that it came from.
CREATE VIEW record_lines AS
SELECT r.document_id, r.article, r.id, json_object(
  'actor', r.actor, 'action', r.action, 'target', r.target, 'date', r.date, 'justification', r.justification, 'status', r.status,
  'actor_code', r.actor_code, 'actor_text', r.actor_text, 'actor_agency', r.actor_agency, 'action_text', r.action_text,
  'measures', json((SELECT json_group_array(measure) FROM (SELECT measure FROM measures m WHERE m.record_id = r.id ORDER BY position))),
  'target_text', r.target_text, 'target_type', r.target_type, 'target_role', r.target_role, 'date_text', r.date_text, 'date_basis', r.date_basis,
  'objectives', json((SELECT json_group_array(objective) FROM (SELECT objective FROM objectives o WHERE o.record_id = r.id ORDER BY position))),
  'confidence', r.confidence, 'target_id', r.target_id, 'target_score', r.target_score,
  'id', r.id, 'event_id', r.event_id, 'document_id', r.document_id, 'article', r.article,
  'title', d.title, 'published', d.published, 'published_basis', d.published_basis, 'url', d.url,
  'evidence', json((SELECT json_group_array(json_object('text', text, 'start', start, 'end', "end"))
    FROM (SELECT text, start, "end" FROM evidence e WHERE e.record_id = r.id ORDER BY position))),
  'spans', json((SELECT json_group_object(field, json_array(start, "end")) FROM spans s WHERE s.record_id = r.id)),
  'extractor', r.extractor) AS line
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;
