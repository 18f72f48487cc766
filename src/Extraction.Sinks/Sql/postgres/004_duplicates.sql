-- The earlier article that an article is a near-identical copy of; it need not have records here. WHERE duplicate_of IS NULL leaves the originals.
ALTER TABLE documents ADD COLUMN duplicate_of text;
ALTER TABLE documents ADD COLUMN duplicate_article integer CHECK (duplicate_article >= 1);

CREATE OR REPLACE VIEW sanctions AS
SELECT r.actor, r.action, r.target, r.date, r.justification, r.status, r.actor_code, r.actor_text, r.actor_agency, r.action_text,
  (SELECT string_agg(measure, '; ' ORDER BY position) FROM measures m WHERE m.record_id = r.id) AS measures,
  r.target_text, r.target_type, r.target_role, r.date_text, r.date_basis,
  (SELECT string_agg(objective, '; ' ORDER BY position) FROM objectives o WHERE o.record_id = r.id) AS objectives,
  r.confidence, r.target_id, r.target_score, r.id, r.event_id, r.document_id, r.article, d.title, d.published, d.published_basis, d.url,
  (SELECT text FROM evidence e WHERE e.record_id = r.id ORDER BY position LIMIT 1) AS evidence,
  r.extractor, r.date_from, d.duplicate_of, d.duplicate_article
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;

CREATE OR REPLACE VIEW record_lines AS
SELECT r.document_id, r.article, r.id, (to_jsonb(r) - 'digest' - 'date_from' || jsonb_build_object(
  'measures', (SELECT coalesce(jsonb_agg(measure ORDER BY position), '[]') FROM measures m WHERE m.record_id = r.id),
  'objectives', (SELECT coalesce(jsonb_agg(objective ORDER BY position), '[]') FROM objectives o WHERE o.record_id = r.id),
  'title', d.title, 'published', d.published, 'published_basis', d.published_basis, 'url', d.url, 'duplicate_of', d.duplicate_of, 'duplicate_article', d.duplicate_article,
  'evidence', (SELECT coalesce(jsonb_agg(jsonb_build_object('text', text, 'start', start, 'end', "end") ORDER BY position), '[]')
    FROM evidence e WHERE e.record_id = r.id),
  'spans', (SELECT coalesce(jsonb_object_agg(field, jsonb_build_array(start, "end")), '{}') FROM spans s WHERE s.record_id = r.id))) AS line
FROM records r JOIN documents d ON d.document_id = r.document_id AND d.article = r.article;
