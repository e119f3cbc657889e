-- Which of a complaint's private files, by marketplace and place of its form, somebody said may be handed over there.
create table form_release (
  complaint_id integer not null references complaint (id),
  form text not null,
  slot text not null,
  account_id integer not null references account (id),
  released_at text not null,
  primary key (complaint_id, form, slot)
);
