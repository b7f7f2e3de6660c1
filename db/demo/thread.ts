import { keepWithoutNeed } from '#app/plan/thread/fix-gaps.server.ts';
import { correctValue } from '#app/theory/measures/keep-values.server.ts';
import { latest, ofEverybody, standing } from '#app/theory/measures/values.ts';
import { valuesOfTheory } from '../measures.ts';
import { linesOf } from '../plan-lines.ts';
import { theStore } from '../store.server.ts';
import { theoryOfProgramme } from '../theory.ts';
import type { Demonstration } from './load.server.ts';

/**
 * What became of the thread after the plan was made: a figure that a line was judged by was counted
 * twice and put right, and one line has a reason of its own to be in the plan.
 */
export async function demoThread(d: Demonstration): Promise<void> {
  const { read } = theStore();
  const theory = await theoryOfProgramme(read, d.authorityId, d.programme.id);
  const measure = theory?.pieces.find(
    ({ kind, more }) => kind === 'measure' && more['label'] === 'Evening and weekend sessions held',
  );
  if (!theory || !measure) throw new Error('The demonstration counts no evening sessions.');
  const all = await valuesOfTheory(read, d.authorityId, theory.id);
  const newest = latest(
    ofEverybody(standing(all.filter(({ measureId }) => measureId === measure.id))),
  );
  if (newest === undefined) throw new Error('The demonstration held no evening session.');
  const where = { programmeId: d.programme.id, theoryId: theory.id };
  const note = 'Two sessions were entered twice';
  const right = { ...newest, value: newest.value - 2, note };
  await correctValue(d.commissioner, where, newest.id, right);
  const lines = await linesOf(read, d.authorityId, d.programme.id);
  const register = lines.find(({ title }) => title.startsWith('Keep the register of sites'));
  if (register === undefined) throw new Error('The demonstration keeps no register of its sites.');
  const because = 'The grant asks for the return each quarter, and other lines are measured by it';
  await keepWithoutNeed(d.commissioner, d.programme, register.id, because);
}
