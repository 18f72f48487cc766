-- Full-text search: SELECT record_id, text FROM evidence WHERE search @@ websearch_to_tsquery('english', 'oil tanker -china');
CREATE INDEX evidence_search ON evidence USING gin (search);

-- One row a record with everything flat: lists joined by "; ", the first sentence of the evidence.
CREATE VIEW sanctions AS
SELECT r.actor, r.action, r.target, r.date, r.justification, r.status, r.actor_code, r.actor_text, r.actor_agency, r.action_text,
  (SELECT string_agg(measure, '; ' ORDER BY position) FROM measures m WHERE m.record_id = r.id) AS measures,
  r.target_text, r.target_type, r.target_role, r.date_text, r.date_basis,
  (SELECT string_agg(objective, '; ' ORDER BY position) FROM objectives o WHERE o.record_id = r.id) AS objectives,
  r.confidence, r.target_id, r.target_score, r.id, r.event_id, r.document_id, r.article, d.title, d.published, d.published_basis, d.url,
  (SELECT text FROM evidence e WHERE e.record_id = r.id ORDER BY position LIMIT 1) AS evidence,
  r.extractor, r.date_from
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;

-- Who sanctioned whom, when, why: acts that were done, one row for each actor and target. "acts" counts events, "articles" the pages that say so.
CREATE VIEW who_sanctioned_whom AS
SELECT actor, actor_code, min(target) AS target, target_type, max(target_id) AS target_id, count(DISTINCT event_id) AS acts,
  count(DISTINCT (document_id, article)) AS articles, min(date_from) AS first_date, max(date_from) AS last_date,
  string_agg(DISTINCT justification, '; ') AS justifications
FROM sanctions
WHERE action IN ('impose', 'extend') AND status = 'actual'
GROUP BY actor, actor_code, lower(target), target_type;

-- Threats (and calls) that became impositions: the same actor and target, planned or urged first, done the same day or later.
CREATE VIEW threats_carried_out AS
SELECT t.actor, t.target, t.status AS threat_status, coalesce(t.date_from, t.published) AS threat_date, t.id AS threat_id,
  a.id AS id, a.date, coalesce(a.date_from, a.published) AS imposed_date, a.justification, a.url,
  coalesce(a.date_from, a.published) - coalesce(t.date_from, t.published) AS days_between
FROM sanctions t JOIN sanctions a ON a.actor = t.actor
  AND (lower(a.target) = lower(t.target) OR a.target_id = t.target_id)
WHERE t.action = 'impose' AND t.status IN ('planned', 'urged') AND a.action = 'impose' AND a.status = 'actual'
  AND coalesce(a.date_from, a.published) >= coalesce(t.date_from, t.published);

-- What is in force as far as the articles say: the last dated act against a target is no lifting.
CREATE VIEW in_force AS
SELECT actor, actor_code, target, target_type, target_id, action AS last_action, date AS last_date, justification, id, url
FROM (
  SELECT s.*, row_number() OVER (PARTITION BY actor, lower(target)
    ORDER BY coalesce(date_from, published) DESC NULLS LAST, (action = 'lift') DESC, id) AS latest
  FROM sanctions s WHERE status = 'actual') AS done
WHERE latest = 1 AND action <> 'lift';

-- Why: how often each authority gives each kind of reason, by year.
CREATE VIEW reasons_by_year AS
SELECT r.actor, extract(year FROM coalesce(r.date_from, d.published))::integer AS year, o.objective, count(*) AS records
FROM records r JOIN objectives o ON o.record_id = r.id
  JOIN documents d ON d.document_id = r.document_id AND d.article = r.article
WHERE r.status = 'actual' AND r.action IN ('impose', 'extend')
GROUP BY r.actor, year, o.objective;

-- Each record as the line of JSON that it came from.
CREATE VIEW record_lines AS
SELECT r.document_id, r.article, r.id, (to_jsonb(r) - 'digest' - 'date_from' || jsonb_build_object(
  'measures', (SELECT coalesce(jsonb_agg(measure ORDER BY position), '[]') FROM measures m WHERE m.record_id = r.id),
  'objectives', (SELECT coalesce(jsonb_agg(objective ORDER BY position), '[]') FROM objectives o WHERE o.record_id = r.id),
  'title', d.title, 'published', d.published, 'published_basis', d.published_basis, 'url', d.url,
  'evidence', (SELECT coalesce(jsonb_agg(jsonb_build_object('text', text, 'start', start, 'end', "end") ORDER BY position), '[]')
    FROM evidence e WHERE e.record_id = r.id),
  'spans', (SELECT coalesce(jsonb_object_agg(field, jsonb_build_array(start, "end")), '{}') FROM spans s WHERE s.record_id = r.id))) AS line
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;
