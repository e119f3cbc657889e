-- What a seller states of themselves in complaints, once for all of them; '' where nothing is stated.
create table complainant (
  seller_id integer primary key references seller (id),
  holder text not null,
  capacity text not null check (capacity in ('', 'owner', 'agent')),
  contact text not null,
  position text not null,
  company text not null,
  address text not null,
  phone text not null,
  email text not null,
  id_number text not null,
  copyright text not null check (copyright in ('', 'unregistered', 'registered')),
  registration text not null,
  brand text not null,
  account_id integer not null references account (id),
  changed_at text not null
);

-- What was lodged of a complaint, in as many parts as the marketplace's form made of it, with a copy of what was sent: JSON,
-- a list of fields. Either the marketplace's case number or what else it confirmed with.
create table complaint_part (
  complaint_id integer not null references complaint (id),
  part integer not null,
  seller_id integer not null references seller (id),
  form text not null,
  language text not null,
  case_number text,
  confirmation text,
  sent text not null,
  account_id integer not null references account (id),
  submitted_at text not null,
  primary key (complaint_id, part)
);

create index complaint_part_by_number on complaint_part (seller_id, case_number) where case_number is not null;

insert into complaint_part
  (complaint_id, part, seller_id, form, language, case_number, confirmation, sent, account_id, submitted_at)
select id, 1, seller_id, '', '', case_number, null, '[]', coalesce(submitted_by, account_id), submitted_at
from complaint where case_number is not null;

-- Complaints that wait for whoever has the seller's main account at the marketplace.
create table complaint_hand_over (
  complaint_id integer primary key references complaint (id),
  seller_id integer not null references seller (id),
  account_id integer not null references account (id),
  note text not null,
  handed_at text not null
);

create index complaint_hand_over_of_seller on complaint_hand_over (seller_id, handed_at);

-- Complaints that go to the marketplace by e-mail: the copy that was sent. the mail itself is in table mail until
-- the mail server took it, at taken_at.
create table complaint_mail (
  message_id text primary key,
  complaint_id integer not null references complaint (id),
  part integer not null,
  form text not null,
  language text not null,
  recipient text not null,
  reply_to text not null,
  subject text not null,
  body text not null,
  files text not null,
  sent text not null,
  account_id integer not null references account (id),
  queued_at text not null,
  taken_at text
);

create index complaint_mail_of_complaint on complaint_mail (complaint_id, part, queued_at, message_id);

-- Mail may carry a complaint, and name another address for answers. Which kinds there are is the program's to say: a check
-- here would take a new table for each.
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
select id, message_id, kind, account_id, recipient, null, subject, body, made_at, ends_at, tries, next_at, fault,
  given_up_at
from mail;

create table mail_attachment_new (
  mail_id integer not null references mail_new (id) on delete cascade,
  place integer not null,
  name text not null,
  media_type text not null,
  content blob not null,
  primary key (mail_id, place)
);

insert into mail_attachment_new select mail_id, place, name, media_type, content from mail_attachment;

drop table mail_attachment;
drop table mail;

alter table mail_new rename to mail;
alter table mail_attachment_new rename to mail_attachment;

create index mail_to_send on mail (next_at, id);
create index mail_of_account on mail (account_id);
