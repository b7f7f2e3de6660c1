import { expect, test } from 'vitest';
import { boxOf, theoryOf } from '#test/some-theories.ts';
import { EditBoxForm, valuesOfBox, wantedOfBox } from './box-form.ts';

const STAMP = { intent: 'edit', theoryId: 't', base: '0', mark: 'mark-of-page' };

test('facts typed for the type that the page showed are kept when the type changed meanwhile', () => {
  const shown = boxOf('activity', 'a', { label: 'Open late', more: { lead: 'Hub manager' } });
  const now = { ...shown, type: 'assumption' as const };
  const was = valuesOfBox(shown);
  const form = EditBoxForm.parse({
    ...STAMP,
    ...was,
    was: JSON.stringify(was),
    lead: 'Family hubs lead',
  });
  expect(wantedOfBox(theoryOf([now]), 'a', form).operations).toEqual([
    { kind: 'editBox', id: 'a', field: 'more.lead', from: 'Hub manager', to: 'Family hubs lead' },
  ]);
});
