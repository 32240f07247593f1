-- Whose day to leave comes, found before every drop is settled.
create index entry_leaves_on on entry (leaves_on);
