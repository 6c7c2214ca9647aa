"""The tables of version 1, word for word as they were first released. Frozen: a later version is a later step."""

_ROW = (
    "id TEXT NOT NULL, written_at TEXT NOT NULL, changed_at TEXT NOT NULL, written_by TEXT NOT NULL, "
    "binned_at TEXT, import_batch TEXT"
)
_SUM = "sum INTEGER NOT NULL, PRIMARY KEY (id)"

_OWN = {
    "profile": (
        'name TEXT NOT NULL, birth_year INTEGER CHECK ("birth_year" BETWEEN 1850 AND 2200), er TEXT NOT NULL, '
        "pr TEXT NOT NULL, her2 TEXT NOT NULL, biomarkers TEXT NOT NULL, sites TEXT NOT NULL, allergies TEXT "
        "NOT NULL, port TEXT NOT NULL, matters TEXT NOT NULL, units TEXT NOT NULL, paper TEXT NOT NULL, "
        'made_up INTEGER NOT NULL CHECK ("made_up" IN (0, 1)), rows TEXT NOT NULL, rhythm TEXT NOT NULL, '
        "helpers TEXT NOT NULL, hidden TEXT NOT NULL, paused_until TEXT"
    ),
    "therapy": (
        "reference_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, intent TEXT NOT NULL, line "
        'INTEGER CHECK ("line" BETWEEN 1 AND 20), regimen TEXT NOT NULL, why TEXT NOT NULL, note TEXT NOT '
        "NULL"
    ),
    "step": (
        "therapy_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (\"kind\" IN ('start', 'dose_change', 'hold', "
        "'resume', 'stop', 'cycle_start')), \"on\" TEXT, time TEXT, dose TEXT, unit TEXT NOT NULL, pieces TEXT, "
        "brand TEXT NOT NULL, route TEXT NOT NULL, schedule TEXT, cycle INTEGER, reason TEXT NOT NULL, "
        "reason_words TEXT NOT NULL, best_response TEXT NOT NULL, note TEXT NOT NULL"
    ),
    "dose": (
        'therapy_id TEXT NOT NULL, planned_day TEXT, planned_slot INTEGER, state TEXT NOT NULL CHECK ("state" '
        "IN ('taken', 'late', 'skipped', 'missed', 'held')), at TEXT, dose TEXT, unit TEXT NOT NULL, pieces "
        "TEXT, reason TEXT NOT NULL, reason_words TEXT NOT NULL, note TEXT NOT NULL"
    ),
    "supply": (
        "therapy_id TEXT NOT NULL, kind TEXT NOT NULL CHECK (\"kind\" IN ('counted', 'received')), at TEXT NOT "
        "NULL, pieces TEXT NOT NULL, note TEXT NOT NULL"
    ),
    "reading": (
        "scale TEXT NOT NULL, day TEXT NOT NULL, time TEXT, utc_offset TEXT NOT NULL, period TEXT NOT NULL "
        "CHECK (\"period\" IN ('today', 'week')), value TEXT, unit TEXT NOT NULL, comparator TEXT NOT NULL, "
        'level INTEGER CHECK ("level" BETWEEN 0 AND 4), state TEXT NOT NULL CHECK ("state" IN (\'answered\', '
        "'skipped', 'prefer_not', 'not_applicable')), value_as_entered TEXT NOT NULL, unit_as_entered TEXT "
        "NOT NULL, range_low TEXT, range_high TEXT, range_text TEXT NOT NULL, body_site TEXT NOT NULL, "
        "body_side TEXT NOT NULL, note TEXT NOT NULL"
    ),
    "day": (
        'day TEXT NOT NULL, how_hard INTEGER CHECK ("how_hard" BETWEEN 0 AND 4), too_unwell INTEGER NOT NULL '
        'CHECK ("too_unwell" IN (0, 1))'
    ),
    "note": (
        "day TEXT, time TEXT, kind TEXT NOT NULL CHECK (\"kind\" IN ('journal', 'helped', 'good', 'hard')), "
        'text TEXT NOT NULL, tags TEXT NOT NULL, strategy TEXT NOT NULL, helped INTEGER CHECK ("helped" '
        'BETWEEN 0 AND 4), linked_symptom TEXT NOT NULL, for_doctor INTEGER NOT NULL CHECK ("for_doctor" IN '
        '(0, 1)), private INTEGER NOT NULL CHECK ("private" IN (0, 1))'
    ),
    "visit": (
        "day TEXT, time TEXT, end_time TEXT, utc_offset TEXT NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, "
        '"where" TEXT NOT NULL, said TEXT NOT NULL, changes TEXT NOT NULL, hours_away TEXT'
    ),
    "question": (
        '"order" INTEGER NOT NULL, topic TEXT NOT NULL, text TEXT NOT NULL, visit_id TEXT, asked INTEGER NOT '
        'NULL CHECK ("asked" IN (0, 1)), answer TEXT NOT NULL'
    ),
    "contact": (
        "role TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL, hours TEXT NOT NULL, call_first INTEGER "
        'NOT NULL CHECK ("call_first" IN (0, 1)), emergency INTEGER NOT NULL CHECK ("emergency" IN (0, 1))'
    ),
    "scan": (
        "day TEXT, kind TEXT NOT NULL, state TEXT NOT NULL CHECK (\"state\" IN ('waiting', 'result')), worry "
        'INTEGER CHECK ("worry" BETWEEN 0 AND 10), told TEXT NOT NULL'
    ),
    "biopsy": (
        "day TEXT, site TEXT NOT NULL, er TEXT NOT NULL, pr TEXT NOT NULL, her2 TEXT NOT NULL, biomarkers "
        "TEXT NOT NULL, note TEXT NOT NULL"
    ),
    "plan_rule": (
        "scale TEXT NOT NULL, comparison TEXT NOT NULL CHECK (\"comparison\" IN ('at_or_above', 'above', "
        "'at_or_below', 'below')), value TEXT NOT NULL, unit TEXT NOT NULL, words TEXT NOT NULL, contact_id "
        "TEXT, met TEXT NOT NULL"
    ),
    "attachment": (
        '"of" TEXT NOT NULL, of_id TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, bytes INTEGER '
        "NOT NULL, sha256 TEXT NOT NULL"
    ),
    "attachment_data": "data BLOB NOT NULL, thumbnail BLOB NOT NULL",
    "import_batch": (
        "file TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, at TEXT NOT NULL, counts TEXT NOT "
        'NULL, "before" TEXT'
    ),
    "import_source": (
        'item TEXT NOT NULL, "key" TEXT NOT NULL, content TEXT NOT NULL, "of" TEXT NOT NULL, of_id TEXT, '
        "codes TEXT NOT NULL"
    ),
}

_CONSTRAINTS = {
    "step": "FOREIGN KEY(therapy_id) REFERENCES therapy (id) DEFERRABLE INITIALLY DEFERRED",
    "dose": "FOREIGN KEY(therapy_id) REFERENCES therapy (id) DEFERRABLE INITIALLY DEFERRED",
    "supply": "FOREIGN KEY(therapy_id) REFERENCES therapy (id) DEFERRABLE INITIALLY DEFERRED",
    "reading": "CONSTRAINT only_answers_have_values CHECK (state = 'answered' OR (level IS NULL AND value IS NULL))",
    "question": "FOREIGN KEY(visit_id) REFERENCES visit (id) DEFERRABLE INITIALLY DEFERRED",
    "plan_rule": "FOREIGN KEY(contact_id) REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED",
    "attachment_data": "FOREIGN KEY(id) REFERENCES attachment (id) DEFERRABLE INITIALLY DEFERRED",
}

_INDEXES = (
    "CREATE INDEX step_therapy ON step (therapy_id)",
    "CREATE INDEX dose_therapy ON dose (therapy_id, planned_day)",
    "CREATE INDEX supply_therapy ON supply (therapy_id)",
    "CREATE INDEX reading_scale ON reading (scale, day)",
    "CREATE INDEX reading_day ON reading (day)",
    "CREATE UNIQUE INDEX day_once ON day (day) WHERE binned_at IS NULL",
    "CREATE INDEX note_day ON note (day)",
    "CREATE INDEX attachment_of ON attachment (of_id)",
    'CREATE INDEX import_source_key ON import_source ("key")',
)

_TALLY = "CREATE TABLE tally (name TEXT PRIMARY KEY NOT NULL, rows INTEGER NOT NULL, total INTEGER NOT NULL) STRICT"
_TALLY_TRIGGERS = (
    "CREATE TRIGGER {name}_added AFTER INSERT ON {name} BEGIN "
    "UPDATE tally SET rows = rows + 1, total = total + NEW.sum WHERE name = '{name}'; END",
    "CREATE TRIGGER {name}_changed AFTER UPDATE ON {name} BEGIN "
    "UPDATE tally SET total = total - OLD.sum + NEW.sum WHERE name = '{name}'; END",
    "CREATE TRIGGER {name}_removed AFTER DELETE ON {name} BEGIN "
    "UPDATE tally SET rows = rows - 1, total = total - OLD.sum WHERE name = '{name}'; END",
)

_SEARCHED = {"note": ("text", "tags"), "question": ("text", "answer"), "visit": ("who", '"where"', "said", "changes")}


def _search(name: str, columns: tuple[str, ...]) -> list[str]:
    """A full-text index over some columns of table `name`, kept by triggers; deleted words are overwritten."""
    words = f"{name}_words"
    cells = ", ".join(columns)
    new = ", ".join(f"NEW.{column}" for column in columns)
    old = ", ".join(f"OLD.{column}" for column in columns)
    take = f"INSERT INTO {words} ({words}, rowid, {cells}) VALUES ('delete', OLD.rowid, {old});"
    put = f"INSERT INTO {words} (rowid, {cells}) VALUES (NEW.rowid, {new});"
    return [
        f"CREATE VIRTUAL TABLE {words} USING fts5({cells}, content='{name}', tokenize='unicode61 remove_diacritics 2')",
        f"INSERT INTO {words} ({words}, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER {words}_added AFTER INSERT ON {name} BEGIN {put} END",
        f"CREATE TRIGGER {words}_changed AFTER UPDATE OF {cells} ON {name} BEGIN {take} {put} END",
        f"CREATE TRIGGER {words}_removed AFTER DELETE ON {name} BEGIN {take} END",
    ]


def statements() -> list[str]:
    """Everything that makes version 1 out of an empty file, in order."""
    made = [
        "CREATE TABLE meta (one INTEGER PRIMARY KEY CHECK (one = 1), journal_id TEXT NOT NULL, "
        "act_seq INTEGER NOT NULL) STRICT",
        _TALLY,
    ]
    for name, own in _OWN.items():
        last = f", {_CONSTRAINTS[name]}" if name in _CONSTRAINTS else ""
        made.append(f"CREATE TABLE {name} ( {_ROW}, {own}, {_SUM}{last} ) STRICT")
        made.append(f"INSERT INTO tally VALUES ('{name}', 0, 0)")
        made.extend(trigger.format(name=name) for trigger in _TALLY_TRIGGERS)
    made.extend(_INDEXES)
    for name, columns in _SEARCHED.items():
        made.extend(_search(name, columns))
    return made
