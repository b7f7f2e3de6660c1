import { describe, expect, test } from 'vitest';
import { looseTables } from '../statements.ts';

const needs = '"needs"."authority_id" = $1';

describe('a statement is for one authority', () => {
  test.each([
    [`select "id" from "needs" where ${needs}`],
    [`select "id" from "needs" where (${needs} and "needs"."id" = $2)`],
    [`select "id" from "needs" where "needs"."authority_id" = ? limit ?`],
    [
      `select 1 from "needs" inner join "people" on "people"."authority_id" = "needs"."authority_id" where ${needs}`,
    ],
    [`select 1 from "needs" "n" where "n"."authority_id" in ($1)`],
    [
      `select 1 from "needs" where (${needs} and exists (select 1 from "votes" where "votes"."authority_id" = "needs"."authority_id"))`,
    ],
    ['insert into "needs" ("id", "authority_id") values ($1, $2)'],
    [`update "needs" set "title" = $1 where ${needs} returning "id"`],
  ])('%s', (statement) => {
    expect(looseTables(statement)).toEqual([]);
  });
});

describe('a statement is not', () => {
  test.each([
    ['select "id" from "needs"', ['needs']],
    ['select "id" from "needs" where "needs"."id" = $1', ['needs']],
    [`select 1 from "needs" where (${needs} or "needs"."id" = $2)`, ['needs']],
    [
      `select 1 from "needs" inner join "votes" on "votes"."member_id" = "needs"."id" where ${needs}`,
      ['votes'],
    ],
    [`select 1 from "needs" where (${needs} and exists (select 1 from "votes"))`, ['votes']],
    [`select 1 from "needs" where ${needs} union all select 1 from "votes"`, ['votes']],
    [
      `select 1 from "needs" left join "votes" on ("votes"."authority_id" = "needs"."authority_id" or $1) where ${needs}`,
      ['votes'],
    ],
    ['delete from "needs" where "needs"."authority_id" <> $1', ['needs']],
    ['update "needs" set "authority_id" = $1 where "needs"."id" = $2', ['needs']],
    ['select 1 from "needs" where "needs"."title" = \'"needs"."authority_id" = $1\'', ['needs']],
  ])('%s', (statement, tables) => {
    expect(looseTables(statement)).toEqual(tables);
  });
});
