CREATE TABLE session (
  sequence   INTEGER PRIMARY KEY,           -- order of making; a clock may be set back
  id         TEXT NOT NULL UNIQUE,          -- a UUID
  student    TEXT NOT NULL,
  lesson     TEXT NOT NULL,
  quiz       TEXT NOT NULL,
  seed       INTEGER NOT NULL,
  options    TEXT NOT NULL,                 -- what was chosen when it began, as JSON
  items      TEXT NOT NULL,                 -- the planned items' ids, as a JSON list
  started_at TEXT NOT NULL,                 -- ISO 8601, UTC
  ended_at   TEXT NOT NULL DEFAULT ''       -- empty while unfinished
) STRICT;

CREATE INDEX session_unfinished ON session (student, sequence) WHERE ended_at = '';

CREATE TABLE attempt (
  sequence  INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,           -- a UUID: files merge without doubling
  session   TEXT NOT NULL,
  student   TEXT NOT NULL,
  lesson    TEXT NOT NULL,
  item      TEXT NOT NULL,
  target    TEXT NOT NULL,
  strand    TEXT NOT NULL,
  kind      TEXT NOT NULL,
  generator TEXT NOT NULL,
  response  TEXT NOT NULL,                  -- option keys, as a JSON list
  score     REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  certainty INTEGER CHECK (certainty BETWEEN 1 AND 3),
  took_ms   INTEGER NOT NULL,
  at        TEXT NOT NULL,                  -- ISO 8601, UTC
  skipped   INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  bloom     TEXT NOT NULL,
  chance    REAL NOT NULL,
  hinted    INTEGER NOT NULL CHECK (hinted IN (0, 1)),
  flaw      TEXT NOT NULL
) STRICT;

CREATE INDEX attempt_session ON attempt (session, sequence);
CREATE INDEX attempt_student ON attempt (student, lesson, sequence);

CREATE TABLE undone (
  attempt TEXT PRIMARY KEY,                 -- taken back; the attempt itself stays as it was
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER attempt_is_immutable BEFORE UPDATE ON attempt
BEGIN
  SELECT RAISE(ABORT, 'an attempt is never changed');
END;
