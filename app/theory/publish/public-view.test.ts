import { describe, expect, test } from 'vitest';
import { boxOf, linkOf, pieceOf, theoryOf } from '#test/some-theories.ts';
import type { Theory } from '../graph.ts';
import { publicColumns } from './public-words.ts';
import {
  evidenceChoices,
  peopleNamed,
  publicView,
  whoIn,
  withoutFewBaselines,
} from './public-view.ts';

const theory: Theory = {
  ...theoryOf(
    [
      boxOf('activity', 'a', {
        more: { lead: 'Hub manager', needId: 'n1', secret: 'x', part: 'p' },
      }),
      boxOf('impact', 'i'),
    ],
    [
      {
        ...linkOf('a', 'i'),
        more: { owner: 'Priya Shah', assumes: 'Buses run', thread: 'need:1' },
      },
    ],
  ),
  more: { ceiling: 'impact', reviewedBy: 'Tom Okafor', secret: 'x', nameImpact: 'Our impact' },
  pieces: [
    pieceOf('p', 'part', null, { name: 'Strand one', within: '' }),
    pieceOf('research', 'evidence', 'a', { what: 'A trial of 400', basis: 'research' }),
    pieceOf('few', 'evidence', 'a', { what: 'Two of the fathers came', basis: 'research' }),
    pieceOf('said', 'evidence', 'a>i', {
      what: 'Many said so',
      basis: 'families',
      thread: 'theme:4',
    }),
    pieceOf('m', 'measure', 'i', { label: 'Ready for school', owner: 'Analyst', shared: 'gld' }),
  ],
};

describe('what everybody sees', () => {
  test('names nobody, says nothing of ids, and holds the evidence that was chosen', () => {
    const seen = publicView(theory, { evidence: ['research', 'few'], leads: false });
    expect(seen.boxes[0]?.more).toEqual({ part: 'p' });
    expect(seen.links[0]?.more).toEqual({ assumes: 'Buses run' });
    expect(seen.more).toEqual({ ceiling: 'impact', nameImpact: 'Our impact' });
    expect(seen.pieces.map(({ id }) => id)).toEqual(['p', 'research', 'm']);
    expect(JSON.stringify(seen)).not.toMatch(/Priya|Tom|thread|needId|secret|Analyst/);
  });

  test('says who leads where somebody says that these are roles', () => {
    const seen = publicView(theory, { evidence: [], leads: true });
    expect(seen.boxes[0]?.more).toMatchObject({ lead: 'Hub manager' });
    expect(whoIn(theory).map(({ value }) => value)).toEqual([
      'Tom Okafor',
      'Hub manager',
      'Priya Shah',
      'Analyst',
    ]);
  });

  test('offers research, asks about the rest, and never shows what a few people said', () => {
    const choices = evidenceChoices(theory);
    expect(choices.map(({ id, usually }) => [id, usually])).toEqual([
      ['research', true],
      ['few', false],
      ['said', false],
    ]);
    expect(choices[1]?.never).toMatch(/^“Two of the fathers” may tell of fewer than ten/);
  });

  test('says no baseline of few people', () => {
    const of = (unit: string): Theory => ({
      ...theory,
      pieces: [pieceOf('m', 'measure', 'i', { label: 'Came', unit, baseline: '3', target: '40' })],
    });
    const said = (seen: Theory) => publicColumns(seen).flatMap(({ boxes }) => boxes)[1]?.measures;
    const shown = { evidence: [], leads: false };
    expect(publicView(of('carers'), shown).pieces[0]?.more).toEqual({
      ...{ label: 'Came', unit: 'carers', target: '40' },
    });
    expect(said(withoutFewBaselines(of('carers')))).toEqual(['Came: to 40 carers']);
    expect(said(publicView(of('per cent'), shown))).toEqual(['Came: from 3 to 40 per cent']);
  });

  test('finds a person of the authority by the whole name, however it is written', () => {
    const page = { theory, name: 'As agreed', comment: '', programme: 'Best Start' };
    const named = (label: string) =>
      peopleNamed({ ...page, theory: { ...theory, boxes: [boxOf('activity', 'a', { label })] } }, [
        'Grace Whitfield',
        'Grace Whitfield',
        'Tom Okafor-Bell',
      ]);
    expect(named('Run by grace  WHITFIELD')).toEqual(['the activity “Run by grace  WHITFIELD”']);
    expect(named('A grace period, and Whitfields')).toEqual([]);
  });

  test('looks at everything that the page says besides the theory', () => {
    const page = { theory, name: 'As agreed', comment: '', programme: 'Best Start' };
    const named = (more: object) => peopleNamed({ ...page, ...more }, ['Grace Whitfield']);
    expect(named({})).toEqual([]);
    expect(named({ name: 'As Grace Whitfield asked' })).toEqual(['the name of the version']);
    expect(named({ comment: 'Write to Grace Whitfield.' })).toEqual(['how to comment on it']);
    expect(named({ programme: 'Grace Whitfield’s' })).toEqual(['the title of the programme']);
  });
});
