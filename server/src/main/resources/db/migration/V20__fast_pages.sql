-- A page of all of a seller's certificates, newest first, is found without looking at the others.
create index certificate_of_seller on certificate (seller_id, id, state);

-- Whether a certificate has fingerprints and features of a version is asked of all of a seller's at once: small indexes
-- instead of tables of hundreds of megabytes.
create index fingerprint_sets on fingerprint (certificate_id, kernel) where place = 0;
create index feature_set_versions on feature_set (certificate_id, version);
