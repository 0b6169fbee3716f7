-- What a student's first answers come to, up to a sequence number; always worked out again
-- from the attempts, so it can be dropped at any time.
CREATE TABLE standing (
  student TEXT PRIMARY KEY,
  upto    INTEGER NOT NULL,                 -- the last attempt's sequence that is in it
  state   TEXT NOT NULL                     -- the sums, as JSON
) STRICT, WITHOUT ROWID;

-- An index of one column holds its rows in the order of `sequence`.
DROP INDEX attempt_student;
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
