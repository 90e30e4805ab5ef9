-- The snapshot: one read-only SQLite file that holds everything a terminal says, and nothing that it does not. Tables
-- and columns of Open Referral's HSDS 3 keep their HSDS names; below the line in a table stand the columns that are
-- Halte's own.
-- French, the source language, stands in the tables themselves. A change of this file that old programs cannot read
-- raises user_version here and in include/halte/snapshot.h.
PRAGMA encoding = 'UTF-8';
PRAGMA page_size = 4096;
PRAGMA application_id = 0x48616C74;  -- "Halt"
PRAGMA user_version = 9;

CREATE TABLE organization (
    id TEXT PRIMARY KEY,
    parent_organization_id TEXT REFERENCES organization (id)  -- the network it is a site of
) STRICT, WITHOUT ROWID;
CREATE INDEX site_of_organization ON organization (parent_organization_id);

-- One service for each organization, under the same id.
CREATE TABLE service (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    name TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    application_process TEXT NOT NULL DEFAULT '',      -- what happens when you call or come
    eligibility_description TEXT NOT NULL DEFAULT '',  -- for whom
    fees_description TEXT NOT NULL DEFAULT '',
    alert TEXT NOT NULL DEFAULT '',                    -- why it is not simply open
    url TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'defunct', 'temporarily closed')),
    assured_date TEXT NOT NULL,
    --
    position INTEGER NOT NULL,                          -- the order of the source document
    summary TEXT NOT NULL DEFAULT '',                   -- one line for a card
    hours_note TEXT NOT NULL DEFAULT '',
    traces TEXT NOT NULL DEFAULT '',                    -- what a contact leaves behind
    chat_traces TEXT NOT NULL DEFAULT '',               -- what its chat leaves behind
    told TEXT NOT NULL DEFAULT '',                      -- who is told of what was said: in danger, parents
    independence INTEGER NOT NULL CHECK (independence BETWEEN 0 AND 2),  -- independent, authority, staff
    source_kind INTEGER NOT NULL CHECK (source_kind BETWEEN 0 AND 3),    -- service, authority, press, directory
    for_authors INTEGER NOT NULL CHECK (for_authors IN (0, 1)),          -- the separate door
    receives_people INTEGER NOT NULL CHECK (receives_people IN (0, 1)),
    any_hour INTEGER NOT NULL CHECK (any_hour IN (0, 1)),
    free INTEGER CHECK (free IN (0, 1)),                -- null: not known
    anonymous INTEGER CHECK (anonymous IN (0, 1)),      -- null: not known
    chat INTEGER NOT NULL CHECK (chat IN (0, 1)),       -- on its website
    on_court_order INTEGER NOT NULL CHECK (on_court_order IN (0, 1))  -- takes only whom a court sends
) STRICT;

CREATE TABLE phone (
    id INTEGER PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id),
    number TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL CHECK (type IN ('voice', 'text')),
    --
    free INTEGER CHECK (free IN (0, 1)),
    any_hour INTEGER NOT NULL CHECK (any_hour IN (0, 1)),
    opening INTEGER NOT NULL CHECK (opening BETWEEN 0 AND 4),  -- listening, place, switchboard, law, authority
    asked_for TEXT NOT NULL DEFAULT '',                 -- of a switchboard: the name to ask for
    asked_in TEXT NOT NULL DEFAULT '',                  -- the language of that name
    called_on TEXT                                      -- null: nobody has called it yet
) STRICT;
CREATE INDEX phone_of_service ON phone (service_id);

-- HSDS keeps one address in a service's email column; services here have several.
CREATE TABLE email (
    id INTEGER PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id),
    address TEXT NOT NULL
) STRICT;
CREATE INDEX email_of_service ON email (service_id);

-- Coordinates are those of the city, never of a house. A refuge has no location.
CREATE TABLE location (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    latitude REAL,
    longitude REAL
) STRICT;

CREATE TABLE address (
    location_id INTEGER PRIMARY KEY REFERENCES location (id),
    address_1 TEXT NOT NULL DEFAULT '',
    postal_code TEXT NOT NULL DEFAULT '',
    city TEXT NOT NULL
) STRICT;

CREATE TABLE service_at_location (
    service_id TEXT NOT NULL REFERENCES service (id),
    location_id INTEGER NOT NULL REFERENCES location (id),
    PRIMARY KEY (service_id, location_id)
) STRICT, WITHOUT ROWID;

-- Wall-clock minutes of Europe/Brussels, not HSDS's times with an offset: an offset is wrong for half of the year.
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id),
    phone_id INTEGER REFERENCES phone (id),             -- null: of the service
    attending_type TEXT NOT NULL,                       -- phone, chat, visit
    byday TEXT NOT NULL,                                -- MO,TU,WE
    opens_at INTEGER NOT NULL CHECK (opens_at BETWEEN 0 AND 1439),
    closes_at INTEGER NOT NULL CHECK (closes_at BETWEEN opens_at + 1 AND 1440)
) STRICT;
CREATE INDEX schedule_of_service ON schedule (service_id);

CREATE TABLE language (
    service_id TEXT NOT NULL REFERENCES service (id),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (service_id, position)
) STRICT, WITHOUT ROWID;

-- The situations. Those with a door are on the screen; their words stand in `phrase`, as situation.ID.title and
-- situation.ID.line. The others are known to the records only, and have no words yet.
CREATE TABLE taxonomy_term (
    id TEXT PRIMARY KEY,
    --
    icon TEXT NOT NULL,
    position INTEGER NOT NULL,
    door INTEGER NOT NULL CHECK (door IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Which situations a service helps in; position 0 is its place in the source document.
CREATE TABLE attribute (
    taxonomy_term_id TEXT NOT NULL REFERENCES taxonomy_term (id),
    link_id TEXT NOT NULL REFERENCES service (id),
    --
    position INTEGER NOT NULL,
    made_for INTEGER NOT NULL CHECK (made_for IN (0, 1)),  -- the service exists for this situation
    PRIMARY KEY (taxonomy_term_id, link_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX made_for_of_service ON attribute (link_id, position) WHERE made_for;

-- From here on, what HSDS has no table for.

CREATE TABLE snapshot (
    as_of TEXT NOT NULL                                 -- the newest day on which a fact in here was read
) STRICT;

-- The languages of the screen, in the order of languages.toml.
CREATE TABLE interface_language (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    endonym TEXT NOT NULL,
    greeting TEXT NOT NULL,
    script TEXT NOT NULL,                               -- ISO 15924: Latn, Arab
    -- The digit at n is the plural form of n: the rows of a phrase that counts are KEY.0, KEY.1 ... From 200 on the form
    -- of n is that of 100 + n % 100.
    plural_forms TEXT NOT NULL CHECK (length(plural_forms) = 200),
    voice TEXT NOT NULL,                                -- espeak-ng's; may be empty
    -- What a line answers in when nobody has written down its languages.
    usual_answer INTEGER NOT NULL CHECK (usual_answer IN (0, 1)),
    -- A terminal offers it by itself while no speaker has read its core.
    offered_unread INTEGER NOT NULL CHECK (offered_unread IN (0, 1)),
    -- How many sentences the core has in French, how many of them in this language, and how many a speaker has read; then
    -- the same of everything else.
    sentences INTEGER NOT NULL,
    translated INTEGER NOT NULL,
    read INTEGER NOT NULL,
    rest INTEGER NOT NULL,
    rest_translated INTEGER NOT NULL,
    rest_read INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The interface's own words, French among them. `profile` is empty but for a profile's own wording.
CREATE TABLE phrase (
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    profile TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL,
    reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
    PRIMARY KEY (id, language, profile)
) STRICT, WITHOUT ROWID;

-- What `field` of the row `id` says in another language: a sentence that was translated, or a name, a street, a city or
-- a website that the service itself has in that language. One more language is more rows.
CREATE TABLE translation (
    entity TEXT NOT NULL,                               -- service, phone, location, address, town
    id TEXT NOT NULL,
    language TEXT NOT NULL,
    field TEXT NOT NULL,                                -- HSDS's: description, name, url, address_1, city
    profile TEXT NOT NULL DEFAULT '',                   -- empty: for all; a sentence in a profile's words, in French too
    words TEXT NOT NULL,
    reviewed INTEGER NOT NULL CHECK (reviewed IN (0, 1)),
    high INTEGER NOT NULL DEFAULT 0 CHECK (high IN (0, 1)),  -- of weight: unread, it stands beside the French
    PRIMARY KEY (entity, id, language, field, profile)
) STRICT, WITHOUT ROWID;

-- The places that distances can be told from. Names in other languages stand in `translation` (town, name), the words of
-- a province in `phrase`, as province.ID.
CREATE TABLE town (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,                   -- province by province, the largest first
    name TEXT NOT NULL,                                 -- as it is called there
    language TEXT NOT NULL,                             -- of that name
    province TEXT NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    population INTEGER,                                 -- null: not known
    first INTEGER NOT NULL CHECK (first IN (0, 1))      -- it stands on the first page
) STRICT, WITHOUT ROWID;
CREATE INDEX town_of_province ON town (province, position);
CREATE INDEX town_of_name ON town (name, position);

-- First steps. Their words stand in `phrase`, as guidance.ID.title and guidance.ID.text. `answers_in` is of a step that
-- names a line: whoever has general lines of their own language is not sent to one that answers in another.
CREATE TABLE guidance (
    id TEXT NOT NULL,
    situation TEXT NOT NULL REFERENCES taxonomy_term (id),
    position INTEGER NOT NULL,
    icon TEXT NOT NULL,
    answers_in TEXT,
    -- Shown unread only beside the French it says, and only in a language that can be written well.
    high INTEGER NOT NULL CHECK (high IN (0, 1)),
    PRIMARY KEY (situation, position)
) STRICT, WITHOUT ROWID;

-- Lines for anything. `language` is empty for those of every language, '*' for languages without lines of their own, and
-- '*en' for those that come before these in English.
CREATE TABLE general_line (
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    service_id TEXT NOT NULL REFERENCES service (id),
    PRIMARY KEY (language, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
    id TEXT PRIMARY KEY,
    authors_door INTEGER NOT NULL CHECK (authors_door IN (0, 1)),
    chat_first INTEGER NOT NULL CHECK (chat_first IN (0, 1))  -- of the ways without a telephone
) STRICT, WITHOUT ROWID;

-- The lists of a profile, in their order: situations, languages, leading_lines, leading_services, left_out_services,
-- left_out_guidance.
CREATE TABLE profile_item (
    profile_id TEXT NOT NULL REFERENCES profile (id),
    list TEXT NOT NULL CHECK (list IN ('situations', 'languages', 'leading_lines', 'leading_services',
                                    'left_out_services', 'left_out_guidance')),
    position INTEGER NOT NULL,
    item TEXT NOT NULL,
    PRIMARY KEY (profile_id, list, position)
) STRICT, WITHOUT ROWID;

-- Icons as grey PNG: the grey is the coverage.
CREATE TABLE icon (
    name TEXT PRIMARY KEY,
    png BLOB NOT NULL
) STRICT;

-- Names and texts, for finding a service by a word. The rowid of `search` is the id in `searchable`.
CREATE TABLE searchable (
    id INTEGER PRIMARY KEY,
    service_id TEXT NOT NULL REFERENCES service (id),
    language TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (name, words, content = '', tokenize = 'unicode61 remove_diacritics 2');
