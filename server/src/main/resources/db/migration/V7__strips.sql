-- A copy may be whole in none of a detail page's pictures, but in several of them joined. Such a sighting keeps all of
-- them in order; the sighting's own picture is the slice with most of the copy. "strip" names slices and certificate by
-- one SHA-256 (empty for a picture alone), so that two copies of different photographs in one slice are two sightings.
alter table sighting add column strip text not null default '';

drop index sighting_once_a_day;
create unique index sighting_once_a_day on sighting (seller_id, site, listing_id, picture_sha256, day, strip);

-- Never changed.
create table sighting_slice (
  sighting_id integer not null references sighting (id),
  place integer not null,
  shows integer not null,
  picture_url text not null,
  fetched_url text not null,
  role text not null,
  position integer not null,
  sha256 text not null,
  bytes integer not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  raster_sha256 text,
  primary key (sighting_id, place)
);
