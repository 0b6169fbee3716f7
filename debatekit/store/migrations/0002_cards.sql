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

-- A card is worked out from its attempts and can always be worked out again.
CREATE INDEX card_due ON card (student, due);
CREATE INDEX card_lesson ON card (student, lesson, due);
CREATE INDEX card_changed ON card (student) WHERE changes > 0;
CREATE INDEX attempt_target ON attempt (student, lesson, target, sequence);
CREATE INDEX attempt_kind ON attempt (student, kind, sequence);
CREATE INDEX attempt_at ON attempt (student, at);

INSERT INTO card (student, lesson, target) SELECT DISTINCT student, lesson, target FROM attempt;

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

-- Whoever deletes a student's attempts deletes the cards with them.
CREATE TRIGGER attempt_takes_card AFTER DELETE ON attempt
BEGIN
  DELETE FROM card WHERE (student, lesson, target) = (OLD.student, OLD.lesson, OLD.target);
  INSERT INTO card (student, lesson, target)
    SELECT student, lesson, target FROM attempt
    WHERE (student, lesson, target) = (OLD.student, OLD.lesson, OLD.target) LIMIT 1;
END;
