-- Shops of the sellers' own: their photographs are no theft there.
create table own_shop (
  id integer primary key autoincrement,
  seller_id integer not null references seller (id),
  shop_group text not null,
  shop_id text not null,
  name text not null,
  account_id integer not null references account (id),
  stated_at text not null,
  unique (seller_id, shop_group, shop_id)
);

create index sighting_by_shop on sighting (seller_id, shop_id, state);
