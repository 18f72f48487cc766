-- The earlier article that an article is a near-identical copy of; it need not have records here. WHERE duplicate_of IS NULL leaves the originals.
ALTER TABLE documents ADD COLUMN duplicate_of TEXT;
ALTER TABLE documents ADD COLUMN duplicate_article INTEGER CHECK (duplicate_article >= 1);

DROP VIEW sanctions;
CREATE VIEW sanctions AS
SELECT r.actor, r.action, r.target, r.date, r.justification, r.status, r.actor_code, r.actor_text, r.actor_agency, r.action_text,
  (SELECT group_concat(measure, '; ') FROM (SELECT measure FROM measures m WHERE m.record_id = r.id ORDER BY position)) AS measures,
  r.target_text, r.target_type, r.target_role, r.date_text, r.date_basis,
  (SELECT group_concat(objective, '; ') FROM (SELECT objective FROM objectives o WHERE o.record_id = r.id ORDER BY position)) AS objectives,
  r.confidence, r.target_id, r.target_score, r.id, r.event_id, r.document_id, r.article, d.title, d.published, d.published_basis, d.url,
  (SELECT text FROM evidence e WHERE e.record_id = r.id ORDER BY position LIMIT 1) AS evidence,
  r.extractor, r.date_from, d.duplicate_of, d.duplicate_article
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;

DROP VIEW record_lines;
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
  'duplicate_of', d.duplicate_of, 'duplicate_article', d.duplicate_article,
  'evidence', json((SELECT json_group_array(json_object('text', text, 'start', start, 'end', "end"))
    FROM (SELECT text, start, "end" FROM evidence e WHERE e.record_id = r.id ORDER BY position))),
  'spans', json((SELECT json_group_object(field, json_array(start, "end")) FROM spans s WHERE s.record_id = r.id)),
  'extractor', r.extractor) AS line
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;
