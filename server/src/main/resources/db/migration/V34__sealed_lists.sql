-- What was sealed when a complaint was prepared, as a list of its own that the log commits to: the SHA-256 of that list.
-- Null for complaints that were sealed before; their list is made from the manifest, which names the same parts.
alter table complaint add column sealed_sha256 text;
