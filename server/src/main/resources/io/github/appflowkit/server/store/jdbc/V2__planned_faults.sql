-- One row: what all servers share of planned faults, as a text, and how often it was replaced. Who replaces it names the
-- version that was seen, so that of two at one time one starts again from what the other left.
create table planned_faults (
    once boolean primary key,
    version bigint not null,
    faults text not null
);

insert into planned_faults (once, version, faults)
values (true, 0, '');
