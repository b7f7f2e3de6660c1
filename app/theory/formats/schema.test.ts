import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '#db/migrations-folder.server.ts';
import { starterTheories } from '#templates/theories/index.ts';
import { cleanTheory, pieceOf } from '#test/some-theories.ts';
import { fromJson, toJson } from './json.ts';
import { theorySchema, TheoryInJson } from './schema.ts';

test('the schema in the documents is the one that is published', () => {
  const file = path.join(projectFolder(), 'docs', 'theory.schema.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(theorySchema())) as object,
  );
});

test('what is written is what the schema says', () => {
  const evidence = pieceOf('e', 'evidence', 'open', { what: 'It helps', direction: 'for' });
  const theories = [{ ...cleanTheory(), pieces: [evidence], more: { afterwards: 'It stays' } }];
  for (const theory of [...theories, ...starterTheories.map((each) => each.theory)]) {
    const parsed = TheoryInJson.strict().safeParse(JSON.parse(toJson(theory)));
    expect(parsed.error?.issues ?? []).toEqual([]);
  }
});

test('a file of a later version is refused, and says what to do', () => {
  const later = { ...(JSON.parse(toJson(cleanTheory())) as object), version: 2 };
  const read = fromJson(JSON.stringify(later), 'T');
  expect(read.ok ? '' : read.problems[0]?.message).toMatch(/version 2.*version 1 can be read/);
});
