-- A seller's library has an id of its own, so that a browser paired elsewhere never sends one seller what belongs to
-- another. No secret; never changed. PostgreSQL: gen_random_uuid() in place of the expression.
alter table seller add column library text not null default '';

update seller set library = lower(
  hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-'
  || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)));

create unique index seller_of_library on seller (library);
