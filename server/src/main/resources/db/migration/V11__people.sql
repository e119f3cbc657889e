-- How a person signs in beside one-time links. The keys are what they type, folded (NFKC, lower case); names of accounts
-- without a password may repeat. The password is an Argon2id hash in its own encoded form, or null until one is set.
create table account_sign_in (
  account_id integer primary key references account (id),
  email text,
  email_key text unique,
  name_key text unique,
  password text,
  password_at text
);

-- Somebody who left or was removed: the account stays, because what it did is on record under it.
create table account_end (
  account_id integer primary key references account (id),
  ended_at text not null,
  ended_by integer references account (id)
);

-- Links that set a new password.
create table password_link (
  hash text primary key,
  account_id integer not null references account (id),
  created_at text not null,
  expires_at text not null,
  used_at text
);

-- What the browser called itself when the session began.
alter table session add column browser text not null default '';

-- Links that make an account. seller_id is null where the link makes a new seller, or where the person belongs to the
-- server (reviewer, admin). mail: what became of the mail with the link.
create table invitation (
  id integer primary key autoincrement,
  hash text not null unique,
  seller_id integer references seller (id),
  role text not null check (role in ('owner', 'member', 'reviewer', 'admin')),
  name text not null,
  email text,
  invited_by integer not null references account (id),
  created_at text not null,
  expires_at text not null,
  revoked_at text,
  used_at text,
  used_by integer references account (id),
  mail text not null check (mail in ('none', 'sent', 'failed'))
);

create index invitation_of_seller on invitation (seller_id, id);

-- What the server's admin decided about a seller. No row: nothing was. Null limits are none.
create table seller_standing (
  seller_id integer primary key references seller (id),
  max_certificates integer,
  max_bytes integer,
  suspended_at text,
  suspended_reason text,
  suspended_by integer references account (id),
  closed_at text,
  closed_by integer references account (id)
);

-- The server's own people (reviewers, admins without a shop) belong to a seller that sells nothing.
create table staff_seller (
  seller_id integer primary key references seller (id)
);
