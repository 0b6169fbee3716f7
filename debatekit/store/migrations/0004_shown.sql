-- A letter means another option in each session; with this it can be told which one.
ALTER TABLE attempt ADD COLUMN shown TEXT NOT NULL DEFAULT '[]'; -- options' tags, as a JSON list

CREATE INDEX session_student ON session (student);
