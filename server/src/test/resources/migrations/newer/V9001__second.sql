create table second_table (id integer primary key);
