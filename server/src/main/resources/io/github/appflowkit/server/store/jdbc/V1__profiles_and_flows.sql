-- What H2, as PostgreSQL, and PostgreSQL both understand. Ids grow, so that they also tell what is older. How long
-- a name may be is said by the contract alone.

create table connector_profile (
    id bigint generated always as identity primary key,
    account varchar(12) not null,
    region varchar(64) not null,
    name varchar not null,
    unique (account, region, name)
);

-- A flow that is replaced is a new row; of an old one nothing but the status changes.
create table flow (
    id bigint generated always as identity primary key,
    account varchar(12) not null,
    region varchar(64) not null,
    name varchar not null,
    started_by varchar(16) not null,
    status varchar(16) not null,
    unique (account, region, name)
);

-- The profiles that a flow uses: its source at place 0, its destinations from 1 on.
create table flow_profile (
    flow bigint not null references flow on delete cascade,
    place int not null,
    profile varchar not null,
    primary key (flow, place)
);

create index flow_profile_profile on flow_profile (profile);

-- Has a row once a state was loaded at a start, so that what was deleted since does not come back.
create table loaded_state (
    once boolean primary key
);

-- Names are locked by their hash: a name may be locked that nobody has, yet.
create table name_lock (
    stripe int primary key
);

insert into name_lock (stripe)
values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15),
    (16), (17), (18), (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31);
