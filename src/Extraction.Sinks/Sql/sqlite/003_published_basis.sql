-- Articles from the web may be dated by their feed, or by the page's last change. SQLite cannot alter a CHECK; rewriting its text is the
-- way that its manual gives (ALTER TABLE, section 7) for changes that leave what is stored as it is.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, 'published_basis IN (''source'', ''metadata'', ''text'', ''url'')', 'published_basis IN (''source'', ''metadata'', ''text'', ''feed'', ''url'', ''changed'')')
WHERE type = 'table' AND name = 'documents';
PRAGMA writable_schema = RESET;
-- Making and dropping a table tells open connections to read the schema again.
CREATE TABLE published_basis_step (x);
DROP TABLE published_basis_step;
