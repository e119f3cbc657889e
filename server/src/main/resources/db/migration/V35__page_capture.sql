-- What the seller's browser says of itself and of the page when a complaint is prepared. The page is not known where it was
-- closed or had gone on to another. Texts and boxes are lists, as JSON; boxes are CSS pixels of what was in view.
create table complaint_capture (
  complaint_id integer primary key references complaint (id),
  extension text not null,
  browser text not null,
  language text not null,
  page_url text,
  title text,
  texts text,
  width integer,
  height integer,
  screenshot_at text,
  keep text,
  unseen text,
  page_of_sighting integer references sighting (id),
  screenshot_width integer,
  screenshot_height integer
);
