-- What an independent algorithm says about a sighting's picture beside the certificate's original: figures, or why
-- there are none. It decides nothing. Never changed. Sightings from before this table have no row.
create table second_opinion (
  sighting_id integer not null references sighting (id),
  place integer not null,
  algorithm text not null,
  bits integer,
  differing integer,
  unavailable text,
  primary key (sighting_id, place),
  check (unavailable is not null and bits is null and differing is null
    or unavailable is null and bits is not null and differing is not null and bits > 0 and differing between 0 and bits)
);
