BEGIN TRANSACTION;
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
INSERT INTO "attempt" VALUES(1,'00000000-0000-4000-8000-000000000001','run-1','Ada','allies','q1','support:shared-enemy','structure','multiple','supports_all','["a","c"]',0.5,2,1234,'2026-03-01T10:00:00.000+00:00',0,'analyse',0.25,1,'off-target');
INSERT INTO "attempt" VALUES(2,'00000000-0000-4000-8000-000000000002','run-1','Ada','allies','q2','support:shared-enemy','structure','multiple','supports_all','["b"]',1.0,NULL,1234,'2026-03-01T10:00:00.000+00:00',0,'analyse',0.25,0,'');
INSERT INTO "attempt" VALUES(3,'00000000-0000-4000-8000-000000000003','run-2','Zoë "O''Hara" 李雷','allies','q1','support:shared-enemy','structure','multiple','supports_all','[]',0.0,NULL,1234,'2026-03-01T10:00:00.000+00:00',1,'analyse',0.25,1,'');
INSERT INTO "attempt" VALUES(4,'00000000-0000-4000-8000-000000000004','run-2','Zoë "O''Hara" 李雷','allies','q1','support:shared-enemy','structure','multiple','supports_all','["a","b"]',0.25,2,1234,'2026-03-01T10:00:00.000+00:00',0,'analyse',0.25,1,'off-target');
CREATE TABLE card (
  student TEXT NOT NULL,
  lesson  TEXT NOT NULL,
  target  TEXT NOT NULL,
  strand  TEXT NOT NULL DEFAULT '',
  due     TEXT NOT NULL DEFAULT '',         -- ISO 8601, UTC; empty until it is worked out
  state   TEXT NOT NULL DEFAULT '',         -- the scheduler's own, as JSON
  changes INTEGER NOT NULL DEFAULT 1,       -- attempts made or taken back since it was worked out
  PRIMARY KEY (student, lesson, target)
) STRICT, WITHOUT ROWID;
INSERT INTO "card" VALUES('Ada','allies','support:shared-enemy','','','',3);
INSERT INTO "card" VALUES('Zoë "O''Hara" 李雷','allies','support:shared-enemy','','','',2);
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
INSERT INTO "session" VALUES(1,'run-1','Ada','allies','allies',7,'{}','["q1","q2"]','2026-03-01T09:59:00.000+00:00','');
INSERT INTO "session" VALUES(2,'run-2','Zoë "O''Hara" 李雷','allies','allies',7,'{}','["q1","q2"]','2026-03-01T09:59:00.000+00:00','2026-03-01T10:05:00.000+00:00');
CREATE TABLE standing (
  student TEXT PRIMARY KEY,
  upto    INTEGER NOT NULL,                 -- the last attempt's sequence that is in it
  state   TEXT NOT NULL                     -- the sums, as JSON
) STRICT, WITHOUT ROWID;
CREATE TABLE undone (
  attempt TEXT PRIMARY KEY,                 -- taken back; the attempt itself stays as it was
  at      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "undone" VALUES('00000000-0000-4000-8000-000000000002','2026-03-01T10:01:00.000+00:00');
CREATE INDEX session_unfinished ON session (student, sequence) WHERE ended_at = '';
CREATE INDEX attempt_session ON attempt (session, sequence);
CREATE TRIGGER attempt_is_immutable BEFORE UPDATE ON attempt
BEGIN
  SELECT RAISE(ABORT, 'an attempt is never changed');
END;
CREATE INDEX card_due ON card (student, due);
CREATE INDEX card_lesson ON card (student, lesson, due);
CREATE INDEX card_changed ON card (student) WHERE changes > 0;
CREATE INDEX attempt_target ON attempt (student, lesson, target, sequence);
CREATE INDEX attempt_kind ON attempt (student, kind, sequence);
CREATE INDEX attempt_at ON attempt (student, at);
CREATE TRIGGER attempt_changes_card AFTER INSERT ON attempt
BEGIN
  INSERT INTO card (student, lesson, target) VALUES (NEW.student, NEW.lesson, NEW.target)
    ON CONFLICT (student, lesson, target) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER undone_changes_card AFTER INSERT ON undone
BEGIN
  INSERT INTO card (student, lesson, target)
    SELECT student, lesson, target FROM attempt WHERE id = NEW.attempt
    ON CONFLICT (student, lesson, target) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER attempt_takes_card AFTER DELETE ON attempt
BEGIN
  DELETE FROM card WHERE (student, lesson, target) = (OLD.student, OLD.lesson, OLD.target);
  INSERT INTO card (student, lesson, target)
    SELECT student, lesson, target FROM attempt
    WHERE (student, lesson, target) = (OLD.student, OLD.lesson, OLD.target) LIMIT 1;
END;
CREATE INDEX attempt_student ON attempt (student);
CREATE TRIGGER undone_drops_standing AFTER INSERT ON undone
BEGIN
  DELETE FROM standing WHERE (student, upto) IN
    (SELECT standing.student, standing.upto FROM attempt JOIN standing USING (student)
     WHERE attempt.id = NEW.attempt AND standing.upto >= attempt.sequence);
END;
CREATE TRIGGER attempt_drops_standing AFTER DELETE ON attempt
BEGIN
  DELETE FROM standing WHERE student = OLD.student;
END;
PRAGMA application_id = 1684171636;
PRAGMA user_version = 3;
COMMIT;
