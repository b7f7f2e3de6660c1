import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf, type Definition, type Element } from '#app/survey/definition.ts';
import { readDefinition } from '#app/survey/read-definition.ts';
import { surveyTemplate } from '#templates/surveys/index.ts';
import { formOf } from './element-form.ts';
import { merge } from './merge.ts';
import { applyOperation, type Operation } from './operations.ts';
import { elementNamed, everyElement, placeOf } from './place.ts';
import { rebaseOperation } from './rebase.ts';
import { textsOf } from './texts.ts';

const family = surveyTemplate('family-needs')?.definition as Definition;

/** A short questionnaire with one branch. */
const short: Definition = {
  pages: [
    {
      name: 'one',
      title: 'Hubs',
      elements: [
        {
          type: 'radiogroup',
          name: 'used',
          title: 'Have you used a hub?',
          choices: [
            { value: 'yes', text: { default: 'Yes', pl: 'Tak' } },
            { value: 'no', text: 'No' },
          ],
        },
        { type: 'comment', name: 'why', title: 'Why not?', visibleIf: "{used} = 'no'" },
      ],
    },
    { name: 'two', elements: [{ type: 'text', name: 'town', title: 'Which town?' }] },
  ],
};

function done(definition: Definition, ...operations: Operation[]): Definition {
  return operations.reduce((so, operation) => {
    const applied = applyOperation(so, operation);
    if (!applied.ok) throw new Error(JSON.stringify(applied.problems));
    return applied.definition;
  }, definition);
}

const orderOf = (definition: Definition) =>
  definition.pages.map(({ elements }) =>
    elements.map((element) =>
      element.type === 'panel' ? element.elements.map(({ name }) => name) : element.name,
    ),
  );

describe('an edit of a questionnaire', () => {
  it('moves a question down its page, to the next page, and nowhere beyond the last', () => {
    const down: Operation = { kind: 'move', name: 'why', way: 'down' };
    expect(orderOf(done(short, down))).toEqual([['used'], ['why', 'town']]);
    expect(orderOf(done(short, down, down, down))).toEqual([['used'], ['town', 'why']]);
    expect(orderOf(done(short, { kind: 'move-to', name: 'why', page: 'two' }))).toEqual([
      ['used'],
      ['town', 'why'],
    ]);
  });

  it('refuses to put a question before the one that it waits for, and says so', () => {
    const moved = applyOperation(short, { kind: 'move', name: 'why', way: 'up' });
    expect(moved).toEqual({
      ok: false,
      problems: [
        {
          element: 'why',
          message: 'Its condition waits for “used”, which is not asked on an earlier page.',
        },
      ],
    });
    expect(applyOperation(short, { kind: 'remove', name: 'used' })).toMatchObject({ ok: false });
  });

  it('puts two questions on one page and takes them apart again', () => {
    const together = done(
      short,
      { kind: 'ask-when', of: 'element', name: 'why', visibleIf: null },
      { kind: 'join', name: 'why' },
    );
    expect(orderOf(together)[0]).toEqual([['used', 'why']]);
    const apart = done(together, { kind: 'part', name: 'why' }, { kind: 'part', name: 'used' });
    expect(orderOf(apart)).toEqual([['used', 'why'], ['town']]);
  });

  it('keeps codes and translations when an answer is reworded, and makes a code for a new one', () => {
    const form = formOf(elementNamed(short, 'used') as Element);
    const changed = done(short, {
      kind: 'change',
      name: 'used',
      form: {
        ...form,
        choices: [
          { code: 'yes', text: 'Yes, I have' },
          { code: null, text: 'Only once' },
          { code: 'no', text: 'No' },
        ],
      },
    });
    expect(elementNamed(changed, 'used')).toMatchObject({
      choices: [
        { value: 'yes', text: { default: 'Yes, I have', pl: 'Tak' } },
        { value: 'only-once', text: 'Only once' },
        { value: 'no', text: 'No' },
      ],
    });
  });

  it('saved with nothing changed changes nothing', () => {
    for (const definition of [family, short]) {
      for (const element of everyElement(definition)) {
        const form = formOf(element);
        const same = applyOperation(definition, { kind: 'change', name: element.name, form });
        expect(same, element.name).toEqual({ ok: true, definition, what: '' });
      }
    }
  });
});

describe('two people who edit at once', () => {
  const change = (name: string, form: object): Operation => ({
    kind: 'change',
    name,
    form: { ...formOf(elementNamed(short, name) as Element), ...form },
  });

  it('keep both changes where they changed different things of one question', () => {
    const hers = done(short, change('used', { title: 'Did you use a hub?' }));
    const both = rebaseOperation(short, hers, change('used', { required: true }));
    expect(both).toMatchObject({ ok: true });
    if (both.ok && 'definition' in both) {
      expect(elementNamed(both.definition, 'used')).toMatchObject({
        title: 'Did you use a hub?',
        isRequired: true,
      });
    }
  });

  it('are told where they changed the same, and nothing is saved', () => {
    const hers = done(short, change('used', { title: 'Did you use a hub?' }));
    expect(rebaseOperation(short, hers, change('used', { title: 'Hub?' }))).toEqual({
      ok: false,
      clash: { element: 'used', fields: ['title'] },
    });
  });

  it('do not undo a translation by correcting the English', () => {
    const translated = done(short, {
      kind: 'translate',
      language: 'pl',
      texts: { 'used/title': 'Hub?', 'used/choices/no': 'Nie' },
    });
    const both = rebaseOperation(short, translated, change('used', { title: 'Used a hub?' }));
    if (!both.ok) throw new Error('refused');
    expect(elementNamed(both.definition, 'used')).toMatchObject({
      title: { default: 'Used a hub?', pl: 'Hub?' },
      choices: [{ value: 'yes' }, { value: 'no', text: { default: 'No', pl: 'Nie' } }],
    });
  });

  it('a removal of what somebody just changed is refused', () => {
    const hers = done(short, change('why', { title: 'Why have you not?' }));
    expect(rebaseOperation(short, hers, { kind: 'remove', name: 'why' })).toEqual({
      ok: false,
      clash: { element: 'why', fields: ['title'] },
    });
  });

  it('merging is the same whoever saves first', () => {
    const json = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z'));
    fc.assert(
      fc.property(json, json, json, (seen, one, other) => {
        const first = merge(seen, one, other);
        const second = merge(seen, other, one);
        expect(first.clashes.sort()).toEqual(second.clashes.sort());
        if (first.clashes.length === 0) expect(first.value).toEqual(second.value);
      }),
    );
  });
});

/** Any edit at all, by positions that are taken modulo what there is. */
const anyEdit = fc.record({
  kind: fc.constantFrom<Operation['kind']>(
    'add',
    'add-page',
    'change',
    'change-page',
    'remove',
    'remove-page',
    'move',
    'move-to',
    'move-page',
    'join',
    'part',
    'ask-when',
    'translate',
  ),
  which: fc.nat(200),
  page: fc.nat(20),
  way: fc.constantFrom<'up' | 'down'>('up', 'down'),
  text: fc.string({ maxLength: 30 }),
});

function editOf(
  definition: Definition,
  edit: typeof anyEdit extends fc.Arbitrary<infer T> ? T : never,
): Operation {
  const all = everyElement(definition);
  const element = all[edit.which % all.length] as Element;
  const page = definition.pages[edit.page % definition.pages.length] as Definition['pages'][number];
  const { name } = element;
  const { way } = edit;
  switch (edit.kind) {
    case 'add':
      return {
        kind: 'add',
        page: page.name,
        after: edit.which % 2 === 0 ? null : name,
        elements: [{ type: 'comment', name: `fresh${all.length}_${edit.which}`, title: edit.text }],
      };
    case 'add-page':
      return { kind: 'add-page', after: page.name, title: edit.text };
    case 'change':
      return { kind: 'change', name, form: { ...formOf(element), title: edit.text } };
    case 'change-page':
      return { kind: 'change-page', name: page.name, title: edit.text, description: '' };
    case 'remove':
    case 'join':
    case 'part':
      return { kind: edit.kind, name };
    case 'remove-page':
      return { kind: 'remove-page', name: page.name };
    case 'move':
      return { kind: 'move', name, way };
    case 'move-to':
      return { kind: 'move-to', name, page: page.name };
    case 'move-page':
      return { kind: 'move-page', name: page.name, way };
    case 'ask-when': {
      const other = all[edit.page % all.length]?.name ?? '';
      const visibleIf = edit.which % 3 === 0 ? null : `{${other}} notempty`;
      return { kind: 'ask-when', of: 'element', name, visibleIf };
    }
    case 'translate': {
      const texts = textsOf(definition);
      const key = texts[edit.which % Math.max(texts.length, 1)]?.key ?? 'x/title';
      return { kind: 'translate', language: 'pl', texts: { [key]: edit.text } };
    }
    default:
      throw new Error(edit.kind);
  }
}

describe('any sequence of edits', () => {
  it('leaves a questionnaire that can be asked, taken away and brought back the same', () => {
    let applied = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(short, family),
        fc.array(anyEdit, { minLength: 1, maxLength: 12 }),
        (start, edits) => {
          let now = start;
          for (const edit of edits) {
            const result = applyOperation(now, editOf(now, edit));
            if (!result.ok) continue;
            applied += 1;
            now = result.definition;
          }
          expect(readDefinition(JSON.parse(JSON.stringify(now)))).toEqual({
            ok: true,
            definition: now,
            notKept: [],
            changed: [],
          });
          for (const { name } of questionsOf(now)) expect(placeOf(now, name)).toBeDefined();
        },
      ),
      { numRuns: 120 },
    );
    expect(applied).toBeGreaterThan(200);
  });
});
