-- A page of all of a seller's sightings, newest first, is found without looking at the others; so is how often each was
-- reported.
create index sighting_of_seller on sighting (seller_id, id);
create index report_of_sighting on sighting_report (sighting_id);

-- How many photographs each seller has, and of how many bytes, is summed without reading the certificates themselves.
create index certificate_bytes on certificate (seller_id, state, bytes);
