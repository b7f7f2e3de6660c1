import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Typed } from '#app/http/problems.ts';
import { cleanTheory, operationOn, theoryOf, boxOf } from '#test/some-theories.ts';
import type { Theory } from '../graph.ts';
import { applyAll } from '../operations.ts';
import { doing, TableForm, wantedOfTable, type TableWanted } from './table-form.ts';
import { lookAfter, placeOfField, ROWS_A_PAGE, tableHref, tableLook } from './table-look.ts';
import { boxRows, linkRows, shownValues } from './table-rows.ts';

const clean = cleanTheory();
const AT = 'http://x.test/programmes/p/theory/table';
const every = tableLook(`${AT}?columns=detail&columns=lead&columns=benefits`);

/** What the page would send if nothing were typed, and then something was. */
function sent(theory: Theory, change: Record<string, string>, look = every) {
  const values = shownValues(
    look.rows === 'boxes'
      ? { boxes: boxRows(theory, look).rows, links: [] }
      : { boxes: [], links: linkRows(theory, look).rows },
    look,
  );
  const typed: Typed = {};
  for (const [id, row] of [...Object.entries(values.boxes), ...Object.entries(values.links)]) {
    for (const [field, value] of Object.entries(row)) typed[`${field}~${id}`] = value.trim();
  }
  const was = JSON.stringify(values);
  const all = { intent: 'rows', theoryId: 'theory', base: '0', mark: 'mark-12345', was };
  const fields = { ...all, ...typed, ...change };
  const read = TableForm.parse(fields);
  if (read.intent !== 'rows') throw new Error('not rows');
  return { form: read, typed: { ...typed, ...change } };
}

function asked(theory: Theory, change: Record<string, string>, look = every): TableWanted {
  const { form, typed } = sent(theory, change, look);
  const wanted = wantedOfTable(theory, form, typed);
  if ('problems' in wanted) throw new Error(JSON.stringify(wanted.problems));
  return wanted.wanted;
}

const faults = (change: Record<string, string>, look = every) => {
  const { form, typed } = sent(clean, change, look);
  const wanted = wantedOfTable(clean, form, typed);
  return 'problems' in wanted ? wanted.problems.map(({ field, message }) => [field, message]) : [];
};

describe('the rows of the table', () => {
  test('stand in the order of the columns, can be narrowed and sorted, and come in pages', () => {
    const all = boxRows(clean, every);
    expect(all.total).toBe(clean.boxes.length);
    expect(all.rows[0]?.box.type).toBe('need');
    const activities = boxRows(clean, tableLook(`${AT}?type=activity&sort=words`));
    expect(activities.rows.map(({ box }) => box.label)).toEqual([
      'Invite fathers by text message',
      'Open two hubs on Thursday evenings',
      'Train staff to spot speech delay',
    ]);
    expect(
      boxRows(clean, tableLook(`${AT}?words=FATHERS text`)).rows.map(({ box }) => box.id),
    ).toEqual(['invite', 'texts']);
    const open = theoryOf([boxOf('activity', 'a'), boxOf('activity', 'b')]);
    expect(boxRows(open, tableLook(`${AT}?sort=open`)).total).toBe(2);
    const many = theoryOf(
      Array.from({ length: 400 }, (_, at) => boxOf('activity', `b${at}`, { position: at })),
    );
    const second = boxRows(many, tableLook(`${AT}?page=1`));
    expect([second.rows.length, second.pages, second.rows[0]?.box.id]).toEqual([
      ROWS_A_PAGE,
      Math.ceil(400 / ROWS_A_PAGE),
      `b${ROWS_A_PAGE}`,
    ]);
    // What is selected is always on the page, and a page too far is the last one.
    expect(boxRows(many, tableLook(`${AT}?box=b399`)).page).toBe(second.pages - 1);
    expect(boxRows(many, tableLook(`${AT}?page=9999`)).page).toBe(second.pages - 1);
  });

  test('links name both ends, and those without a reason can come first', () => {
    const bare = {
      ...clean,
      links: clean.links.map((link) =>
        link.id === 'spotted>sooner' ? { ...link, reason: '' } : link,
      ),
    };
    const look = tableLook(`${AT}?rows=links&sort=open`);
    expect(linkRows(bare, look).rows[0]?.link.id).toBe('spotted>sooner');
    expect(linkRows(clean, tableLook(`${AT}?rows=links&type=need`)).rows[0]).toMatchObject({
      says: 'is addressed by',
      source: { id: 'evenings' },
    });
  });

  test('an address says what is shown, and back', () => {
    const asks = `${AT}?rows=links&type=output&words=a+b&sort=open&columns=&columns=delay&link=k`;
    const look = tableLook(asks);
    expect(tableLook(`http://x.test${tableHref('p', look)}`)).toEqual(look);
    expect(tableLook(`${AT}?columns=`).columns).toEqual([]);
    expect(tableLook(`${AT}?link=k`).rows).toBe('links');
    expect(tableLook(`${AT}?page=-1&type=wish&sort=zz&at=x`)).toEqual(tableLook(AT));
    expect(['newLabel', 'label~a~b', 'reason~k', 'lead~a'].map(placeOfField)).toEqual([
      '#newLabel',
      '#box-a~b',
      '#link-k',
      '#lead~a',
    ]);
  });
});

describe('what is typed in the table', () => {
  test('nothing typed asks for nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 30 }), (seeds) => {
        const theory = seeds.reduce((now, seed, at) => {
          const applied = applyAll(now, [operationOn(now, seed, `n${at}`)]);
          return 'theory' in applied ? applied.theory : now;
        }, theoryOf([]));
        expect(asked(theory, {}).operations).toEqual([]);
        expect(asked(theory, {}, tableLook(`${AT}?rows=links`)).operations).toEqual([]);
      }),
    );
  });

  test('every row is saved, whichever button was pressed, and then the button does its work', () => {
    const { operations, place, said } = asked(clean, {
      'label~open': 'Open three hubs',
      'type~sessions': 'mechanism',
      'lead~train': '',
      do: 'down~open',
    });
    expect(operations).toEqual([
      {
        kind: 'editBox',
        id: 'open',
        field: 'label',
        from: 'Open two hubs on Thursday evenings',
        to: 'Open three hubs',
      },
      {
        kind: 'editBox',
        id: 'train',
        field: 'more.lead',
        from: 'Head of early years',
        to: '',
      },
      { kind: 'editBox', id: 'sessions', field: 'type', from: 'output', to: 'mechanism' },
      expect.objectContaining({ kind: 'moveBox' }),
    ]);
    expect([place, said]).toEqual(['box-open', '3 changes saved. Moved down.']);
  });

  test('the empty row becomes a box or a link, and the focus stays for the next', () => {
    const box = asked(clean, { newType: 'output', newLabel: 'Forty more', do: 'add' });
    expect(box.operations).toMatchObject([
      {
        kind: 'addBox',
        box: { id: 'mark-12345', type: 'output', label: 'Forty more', position: 2 },
      },
    ]);
    expect(box.place).toBe('newLabel');
    const look = tableLook(`${AT}?rows=links`);
    const ends = { newSource: 'open', newTarget: 'trained' };
    const link = asked(clean, { ...ends, newReason: 'It does', do: 'add~link' }, look);
    expect(link.operations).toMatchObject([{ kind: 'addLink', link: { reason: 'It does' } }]);
    expect(link.place).toBe('link-mark-12345');
    const again = { newSource: 'open', newTarget: 'sessions', do: 'add~link' };
    expect(asked(clean, again, look)).toMatchObject({
      operations: [],
      place: 'link-open>sessions',
    });
  });

  test('deleting puts the focus on a neighbour, and linking goes to the links', () => {
    expect(asked(clean, { do: 'remove~open' })).toMatchObject({
      operations: [{ kind: 'removeBox', id: 'open' }],
      place: 'box-train',
    });
    const { form } = sent(clean, { do: 'connect~open' });
    const after = lookAfter(every, { ...form, ...doing(form) }, 'table');
    expect(after).toMatchObject({ place: 'newTarget', look: { rows: 'links', from: 'open' } });
  });

  test('what cannot be saved is said at its field', () => {
    expect(faults({ 'label~open': '' })).toEqual([['label~open', 'Enter what the box says']]);
    expect(faults({ 'type~open': 'wish' })).toEqual([['type~open', 'Choose one from the list']]);
    expect(faults({ 'lead~open': 'x'.repeat(1_001) })[0]?.[1]).toMatch(/^Shorten the text to 1000/);
    const dates = tableLook(`${AT}?columns=reviewOn`);
    expect(faults({ 'reviewOn~staff': '2027-02-30' }, dates)[0]?.[1]).toMatch(/^Enter the date/);
    expect(faults({ do: 'add' })).toEqual([['newLabel', 'Enter what the box says']]);
    expect(faults({ do: 'add~link', newReason: 'x' })).toEqual([
      ['newSource', 'Choose the first box'],
      ['newTarget', 'Choose the other box'],
    ]);
  });

  test('a box that somebody else deleted is still an edit, which comes back as a choice', () => {
    const { form, typed } = sent(clean, { 'label~open': 'Open three hubs' });
    const gone = { ...clean, boxes: clean.boxes.filter(({ id }) => id !== 'open') };
    const wanted = wantedOfTable(gone, form, typed);
    expect(wanted).toMatchObject({ wanted: { operations: [{ kind: 'editBox', id: 'open' }] } });
  });
});
