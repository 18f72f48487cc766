-- Articles from the web may be dated by their feed, or by the page's last change.
ALTER TABLE documents DROP CONSTRAINT documents_published_basis_check;
ALTER TABLE documents ADD CONSTRAINT documents_published_basis_check
  CHECK (published_basis IN ('source', 'metadata', 'text', 'feed', 'url', 'changed'));
