-- The number of the account that uploaded a copy's picture, where the name of the file carries it: a lead, no proof. Of what was
-- seen before it stays empty: reading it takes more than SQL.
alter table sighting add column uploader text not null default '';

create index sighting_by_uploader on sighting (seller_id, uploader, finding_id) where uploader <> '';
