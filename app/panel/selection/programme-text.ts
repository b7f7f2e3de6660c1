import type { Pool } from './pool.ts';

/**
 * The questions that the solver is asked, in the LP format that every solver reads. Names are t0, t1 …
 * for how many are taken of a group, w0, w1 … for how often a panel is drawn.
 */

/** `3 t0 + 0.5 t2`, without what is zero; `0 t0` when all is. */
function sum(weights: readonly number[], name: string): string {
  const terms = weights
    .map((weight, at) => [weight, at] as const)
    .filter(([weight]) => weight !== 0)
    .map(([weight, at]) => `${weight < 0 ? '-' : '+'} ${exact(Math.abs(weight))} ${name}${at}`);
  return terms.length === 0 ? `0 ${name}0` : terms.join(' ');
}

const exact = (value: number) => value.toPrecision(15);

function panelRules(pool: Pool, slack: boolean): string[] {
  const ones = pool.groups.map(() => 1);
  const rules = [`size: ${sum(ones, 't')} = ${pool.size}`];
  pool.quotas.forEach((quota, at) => {
    const members = pool.groups.map(({ counts }) => Number(counts[at] ?? false));
    const here = sum(members, 't');
    rules.push(`least${at}: ${here}${slack ? ` + few${at}` : ''} >= ${quota.min}`);
    rules.push(`most${at}: ${here}${slack ? ` - many${at}` : ''} <= ${quota.max}`);
  });
  return rules;
}

const whole = (pool: Pool) => [
  'Bounds',
  ...pool.groups.map(({ ids }, at) => `0 <= t${at} <= ${ids.length}`),
  'General',
  pool.groups.map((_, at) => `t${at}`).join(' '),
];

/** Which panel is worth most, when a person of group g is worth `worth[g]`? */
export function bestPanel(pool: Pool, worth: readonly number[]): string {
  return [
    'Maximize',
    `worth: ${sum(worth, 't')}`,
    'Subject To',
    ...panelRules(pool, false),
    ...whole(pool),
    'End',
  ].join('\n');
}

/** Which panel misses the quotas by least? */
export function nearestPanel(pool: Pool): string {
  const slacks = pool.quotas.flatMap((_, at) => [`few${at}`, `many${at}`]);
  return [
    'Minimize',
    `missed: ${slacks.length === 0 ? '0 t0' : slacks.join(' + ')}`,
    'Subject To',
    ...panelRules(pool, true),
    ...whole(pool),
    'End',
  ].join('\n');
}

/**
 * How often is each of these panels to be drawn, so that the person with the smallest chance has as
 * large a chance as can be?
 *
 * @param chances by panel and group: the chance of one person of the group, when that panel is drawn
 */
export function fairestLottery(chances: readonly (readonly number[])[], groups: number): string {
  const rules = Array.from({ length: groups }, (_, group) => {
    const column = chances.map((panel) => panel[group] ?? 0);
    return `chance${group}: ${sum(column, 'w')} - least >= 0`;
  });
  return [
    'Maximize',
    'fairness: least',
    'Subject To',
    ...rules,
    `all: ${chances.map((_, at) => `w${at}`).join(' + ')} = 1`,
    'Bounds',
    'least >= 0',
    'End',
  ].join('\n');
}
