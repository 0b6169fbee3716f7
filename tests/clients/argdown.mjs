// Reads Argdown from standard input with @argdown/core and prints what it found as JSON.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.argv[2], "x.js"));
const { ArgdownApplication, ParserPlugin, ModelPlugin } = require("@argdown/core");
const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
app.addPlugin(new ModelPlugin(), "build-model");
const found = app.run({
  process: ["parse-input", "build-model"],
  input: readFileSync(0, "utf8"),
  logLevel: "silent",
});
const faults = [...found.lexerErrors, ...found.parserErrors, ...(found.exceptions ?? [])];
const statements = Object.values(found.statements).map((one) => ({
  id: one.title,
  texts: one.members.filter((member) => member.text).map((member) => member.text),
  tags: one.tags ?? [],
}));
const reasons = Object.values(found.arguments).map((one) => ({
  id: one.title,
  premises: one.pcs.filter((step) => step.role === "premise").map((step) => step.title),
  conclusion: one.pcs.filter((step) => step.role === "main-conclusion").map((step) => step.title),
  rules: one.pcs.flatMap((step) => step.inference?.inferenceRules ?? []),
}));
const relations = found.relations.map((one) => [
  one.relationType,
  one.from.title,
  one.to.title ?? one.to.argumentTitle,
]);
process.stdout.write(
  JSON.stringify({ faults: faults.map(String), statements, reasons, relations }),
);
