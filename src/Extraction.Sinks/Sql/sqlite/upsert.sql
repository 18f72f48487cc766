-- The rows of temp table "batch" (id, digest, line as JSONB) → the tables, inside one transaction. What is there already is left alone.
DELETE FROM batch WHERE EXISTS (SELECT 1 FROM main.records r WHERE r.id = batch.id AND r.digest = batch.digest);

INSERT INTO documents (document_id, article, title, published, published_basis, url, duplicate_of, duplicate_article)
SELECT line ->> 'document_id', coalesce(line ->> 'article', 1), line ->> 'title', line ->> 'published', line ->> 'published_basis', line ->> 'url',
  line ->> 'duplicate_of', line ->> 'duplicate_article'
FROM batch WHERE true
ON CONFLICT (document_id, article) DO UPDATE
SET title = excluded.title, published = excluded.published, published_basis = excluded.published_basis, url = excluded.url,
  duplicate_of = excluded.duplicate_of, duplicate_article = excluded.duplicate_article;

INSERT INTO events (event_id, document_id, article, actor, action, status)
SELECT line ->> 'event_id', line ->> 'document_id', coalesce(line ->> 'article', 1), line ->> 'actor', line ->> 'action', line ->> 'status'
FROM batch WHERE true
ON CONFLICT (event_id) DO NOTHING;

INSERT INTO records (id, event_id, document_id, article, actor, action, target, date, justification, status, actor_code, actor_text, actor_agency,
  action_text, target_text, target_type, target_role, date_text, date_basis, confidence, target_id, target_score, extractor, digest)
SELECT id, line ->> 'event_id', line ->> 'document_id', coalesce(line ->> 'article', 1), line ->> 'actor', line ->> 'action', line ->> 'target',
  line ->> 'date', line ->> 'justification', line ->> 'status', line ->> 'actor_code', line ->> 'actor_text', line ->> 'actor_agency',
  line ->> 'action_text', line ->> 'target_text', line ->> 'target_type', line ->> 'target_role', line ->> 'date_text', line ->> 'date_basis',
  coalesce(line ->> 'confidence', 0), line ->> 'target_id', line ->> 'target_score', line ->> 'extractor', digest
FROM batch WHERE true
ON CONFLICT (id) DO UPDATE SET event_id = excluded.event_id, document_id = excluded.document_id, article = excluded.article, actor = excluded.actor,
  action = excluded.action, target = excluded.target, date = excluded.date, justification = excluded.justification, status = excluded.status,
  actor_code = excluded.actor_code, actor_text = excluded.actor_text, actor_agency = excluded.actor_agency, action_text = excluded.action_text,
  target_text = excluded.target_text, target_type = excluded.target_type, target_role = excluded.target_role, date_text = excluded.date_text,
  date_basis = excluded.date_basis, confidence = excluded.confidence, target_id = excluded.target_id, target_score = excluded.target_score,
  extractor = excluded.extractor, digest = excluded.digest;

DELETE FROM evidence WHERE record_id IN (SELECT id FROM batch);
DELETE FROM spans WHERE record_id IN (SELECT id FROM batch);
DELETE FROM measures WHERE record_id IN (SELECT id FROM batch);
DELETE FROM objectives WHERE record_id IN (SELECT id FROM batch);

INSERT INTO evidence (record_id, position, text, start, "end")
SELECT b.id, e.key, e.value ->> 'text', e.value ->> 'start', e.value ->> 'end' FROM batch b, json_each(b.line, '$.evidence') e;

INSERT INTO spans (record_id, field, start, "end")
SELECT b.id, s.key, s.value ->> 0, s.value ->> 1 FROM batch b, json_each(b.line, '$.spans') s;

INSERT INTO measures (record_id, position, measure)
SELECT b.id, m.key, m.value FROM batch b, json_each(b.line, '$.measures') m;

INSERT INTO objectives (record_id, position, objective)
SELECT b.id, o.key, o.value FROM batch b, json_each(b.line, '$.objectives') o;

DELETE FROM batch;
