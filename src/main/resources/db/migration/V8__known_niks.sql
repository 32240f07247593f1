-- Scratch of the settlement in hand: the NIKs of its drop that the drop or the register has more than once.
create table known_nik (
    nik bigint primary key
);
