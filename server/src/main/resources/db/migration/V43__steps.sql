-- Nothing is in these yet: no program wrote them before this one.
drop table complaint_deadline;
drop table complaint_step;
drop table recheck;

-- Each change of a complaint, as it was recorded; never changed but for undone_by, the step that took it back. detail is
-- JSON: what the person stated, and what stood before, so that taking it back loses nothing. The day is the
-- marketplace's own.
create table complaint_step (
  id integer primary key autoincrement,
  complaint_id integer not null references complaint (id),
  account_id integer not null references account (id),
  kind text not null,
  from_state text not null,
  to_state text not null,
  happened_on text not null,
  recorded_at text not null,
  detail text not null,
  undone_by integer references complaint_step (id)
);

create index complaint_step_by_complaint on complaint_step (complaint_id);

-- What has to be done by when, and what may be expected by when; worked out from the marketplace's data when a step was
-- recorded, so that newer data does not move a day that somebody relies on. Where sources disagree, first_on and last_on
-- are the earliest and the latest day, and due_on the one to go by. unsure: it was counted over days of a year whose
-- holidays were not known.
create table complaint_deadline (
  complaint_id integer not null references complaint (id),
  seller_id integer not null references seller (id),
  kind text not null,
  due_on text not null,
  first_on text not null,
  last_on text not null,
  unsure integer not null,
  source text not null,
  recorded_at text not null,
  done_at text,
  primary key (complaint_id, kind)
);

create index complaint_deadline_by_day on complaint_deadline (seller_id, due_on) where done_at is null;

-- Looking at a listing again once it should be gone: one row for each time that it is due.
create table recheck (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  complaint_id integer not null references complaint (id),
  sighting_id integer not null references sighting (id),
  step_id integer not null references complaint_step (id),
  due_on text not null,
  result text check (result in ('listing-gone', 'picture-gone', 'still-there', 'not-seen')),
  client_key text,
  looked_at text,
  account_id integer references account (id)
);

create index recheck_by_seller on recheck (seller_id, due_on) where result is null;
create index recheck_by_complaint on recheck (complaint_id);
create unique index recheck_by_key on recheck (seller_id, client_key) where client_key is not null;

-- A copy that was looked for and not found any more. Whatever is seen of it after that has come back.
create table gone_copy (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  recheck_id integer not null references recheck (id),
  complaint_id integer not null references complaint (id),
  site text not null,
  listing_id text not null,
  shop_key text not null,
  certificate_id integer not null references certificate (id),
  looked_at text not null
);

create index gone_copy_of_listing on gone_copy (seller_id, site, listing_id, certificate_id, looked_at);
create index gone_copy_of_shop on gone_copy (seller_id, shop_key, certificate_id, looked_at);

-- Findings that are such a return, and which complaint had it taken down.
create table came_back (
  finding_id integer primary key references finding (id),
  seller_id integer not null references seller (id),
  complaint_id integer not null references complaint (id),
  shop_key text not null,
  noticed_at text not null
);

create index came_back_by_shop on came_back (seller_id, shop_key);

-- The same picture twice on one listing and day, but gone in between: again counts how often it was.
alter table sighting add column again integer not null default 0;
drop index sighting_once_a_day;
create unique index sighting_once_a_day
  on sighting (seller_id, site, listing_id, picture_sha256, day, strip, certificate_id, again);

-- Shops in which a copy was seen, as ShopKey tells them apart; the name as a page showed it last.
create table shop (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  shop_key text not null,
  market text not null,
  site text not null,
  shop_id text not null,
  name text not null,
  last_seen text not null
);

insert into shop (seller_id, shop_key, market, site, shop_id, name, last_seen)
  select f.seller_id, f.shop_key, s.market, s.site, s.shop_id, s.shop_name, s.seen_at
  from (select seller_id, shop_key, max(last_sighting_id) as last_one from finding group by seller_id, shop_key) f
    join sighting s on s.id = f.last_one;

create unique index shop_by_key on shop (seller_id, shop_key);
create index shop_by_time on shop (seller_id, last_seen, id);

create index finding_of_shop_by_time on finding (seller_id, shop_key, last_sighting_id, state);
create index complaint_of_seller on complaint (seller_id, market, site, prepared_at, submitted_at, state, id);

-- When somebody was mailed last about what is due; off_at: since when they want no such mail.
create table due_mail (
  account_id integer primary key references account (id),
  mailed_at text,
  off_at text
);

-- Mail may be about what is due. Which kinds there are is the program's to say: a check here would take a new table for
-- each. Files with mail are put aside, because they would go with the table that they belong to.
create table mail_attachment_aside as select * from mail_attachment;
drop table mail_attachment;

create table mail_new (
  id integer primary key autoincrement,
  message_id text not null unique,
  kind text not null,
  account_id integer not null references account (id),
  recipient text not null,
  reply_to text,
  subject text,
  body text,
  made_at text not null,
  ends_at text not null,
  tries integer not null,
  next_at text,
  fault text,
  given_up_at text
);

insert into mail_new
select id, message_id, kind, account_id, recipient, reply_to, subject, body, made_at, ends_at, tries, next_at, fault,
  given_up_at
from mail;

drop table mail;

alter table mail_new rename to mail;

create index mail_to_send on mail (next_at, id);
create index mail_of_account on mail (account_id);

create table mail_attachment (
  mail_id integer not null references mail (id) on delete cascade,
  place integer not null,
  name text not null,
  media_type text not null,
  content blob not null,
  primary key (mail_id, place)
);

insert into mail_attachment select * from mail_attachment_aside;
drop table mail_attachment_aside;
