create table first_table (id integer primary key);
