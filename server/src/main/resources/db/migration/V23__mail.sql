-- Mail that is to be delivered, and what of it could not be. The text may hold a link that works until ends_at: both text
-- and subject are wiped when it is given up, and the row goes when the mail server took it. message_id stays the same over
-- all tries, so that a mail that arrives twice is one to its reader.
create table mail (
  id integer primary key autoincrement,
  message_id text not null unique,
  kind text not null check (kind in ('password', 'confirm', 'overdue')),
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

create index mail_to_send on mail (next_at, id);
create index mail_of_account on mail (account_id);

-- Mail addresses that were shown to be read by whoever states them: by a link that was mailed there. It counts for as
-- long as the account has this address.
create table confirmed_address (
  account_id integer primary key references account (id),
  email_key text not null,
  confirmed_at text not null
);

-- Links that confirm an address; one an account.
create table address_link (
  account_id integer primary key references account (id),
  hash text not null unique,
  email_key text not null,
  expires_at text not null
);

-- Up to which notice a reviewer was mailed about overdue reviews.
create table overdue_mail (
  account_id integer primary key references account (id),
  mailed_at text not null
);
