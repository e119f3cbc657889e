-- Where a seller's owner has events sent. The secret stands here as it is, because each event is signed with it; for a day
-- after it was renewed, the one before signs too.
create table webhook (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  url text not null,
  description text not null,
  secret text not null,
  earlier_secret text,
  earlier_until text,
  active integer not null check (active in (0, 1)),
  account_id integer not null references account (id),
  made_at text not null
);

create index webhook_of_seller on webhook (seller_id, id);

-- What is sent; message_id goes along as webhook-id, the same over all tries. The body is wiped when nobody may want it
-- again.
create table webhook_event (
  id integer primary key autoincrement,
  message_id text not null unique,
  seller_id integer not null references seller (id),
  event text not null,
  event_key text not null,
  body blob,
  made_at text not null,
  unique (seller_id, event, event_key)
);

create index webhook_event_made on webhook_event (made_at);
create index webhook_event_kept on webhook_event (made_at) where body is not null;

-- One event for one target: an event that is put twice is delivered once.
create table webhook_delivery (
  id integer primary key autoincrement,
  webhook_id integer not null references webhook (id),
  event_id integer not null references webhook_event (id),
  seller_id integer not null references seller (id),
  state text not null check (state in ('waiting', 'delivered', 'given-up')),
  queued_at text not null,
  tries integer not null,
  tried_at text,
  next_at text,
  fault text,
  status integer,
  unique (webhook_id, event_id)
);

create index webhook_delivery_due on webhook_delivery (webhook_id, next_at) where state = 'waiting';
create index webhook_delivery_of_seller on webhook_delivery (seller_id, state, tried_at);
create index webhook_delivery_newest on webhook_delivery (seller_id, id);
create index webhook_delivery_of_event on webhook_delivery (event_id);

-- Mail may carry the daily report, and files with it. They go with their mail, and before it when it is given up.
create table mail_new (
  id integer primary key autoincrement,
  message_id text not null unique,
  kind text not null check (kind in ('password', 'confirm', 'overdue', 'report')),
  account_id integer not null references account (id),
  recipient text not null,
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
select id, message_id, kind, account_id, recipient, subject, body, made_at, ends_at, tries, next_at, fault, given_up_at
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

-- Whom of a seller's team the daily report is mailed to, as long as their address is confirmed.
create table report_recipient (
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  primary key (seller_id, account_id)
);
