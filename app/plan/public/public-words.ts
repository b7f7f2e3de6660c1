import { many } from '#app/ui/words.ts';
import { readDay } from '#app/theory/measures/periods.ts';
import { readNumber, sayFigure } from '#app/theory/measures/units.ts';
import { roundMoney, type PublicLine, type PublicMeasure, type PublicPlan } from './public-plan.ts';

/** A published plan in plain sentences, for its page and for its files alike. */

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as families write it: “31 March 2027”. */
export function plainDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** When a line is done: “From 1 September 2026 to 31 March 2029.” */
export function whenOf({ startsOn, endsOn, status }: PublicLine): string {
  if (status === 'done')
    return endsOn === null ? 'Done.' : `Done. It ended on ${plainDay(endsOn)}.`;
  const under = status === 'under-way' ? ' It has begun.' : '';
  if (startsOn !== null && endsOn !== null)
    return `From ${plainDay(startsOn)} to ${plainDay(endsOn)}.${under}`;
  if (startsOn !== null) return `From ${plainDay(startsOn)}.${under}`;
  if (endsOn !== null) return `By ${plainDay(endsOn)}.${under}`;
  return `We do not know yet when.${under}`;
}

/** A step with its day: “Four halls are visited every week, by 30 September 2026”. */
export function stepOf({ title, dueOn, done }: PublicLine['steps'][number]): string {
  const by = dueOn === null ? '' : `, by ${plainDay(dueOn)}`;
  return `${title}${by}${done ? ' (done)' : ''}`;
}

/** From where to where a measure should go: “From 64% to 70% by 31 March 2029”; empty where neither is known. */
export function courseOf({ unit, from, fromOn, to, toOn }: PublicMeasure): string {
  const figure = (said: string) => {
    const value = readNumber(said);
    return value === null ? said : sayFigure(value, unit);
  };
  const on = (said: string) => {
    const day = readDay(said);
    return day === null ? said : plainDay(day);
  };
  const was = from === '' ? '' : `from ${figure(from)}${fromOn === '' ? '' : ` on ${on(fromOn)}`}`;
  const goal = to === '' ? '' : `to ${figure(to)}${toOn === '' ? '' : ` by ${on(toOn)}`}`;
  const both = [was, goal].filter((each) => each !== '').join(' ');
  return both === '' ? '' : `${both.charAt(0).toUpperCase()}${both.slice(1)}`;
}

/** What it costs, in one sentence and a line a stream. */
export function moneyWords({
  money,
  lines,
}: PublicPlan): { all: string; streams: string[] } | null {
  if (money === null) return null;
  const unknown =
    money.unknown === 0
      ? ''
      : ` We do not know yet what ${many(money.unknown, 'other line', 'other lines')} ${money.unknown === 1 ? 'costs' : 'cost'}.`;
  const known = lines.length - money.unknown;
  const all =
    known <= 0 && money.knownPence === 0
      ? 'We do not know yet what this costs.'
      : `What is in this plan costs ${roundMoney(money.knownPence)} over all its years.${unknown}`;
  return {
    all,
    streams: money.streams.map(({ name, pence, endsOn }) => {
      const holds = pence === null ? 'not known yet' : roundMoney(pence);
      return `${name}: ${holds}${endsOn === null ? '' : `, until ${plainDay(endsOn)}`}`;
    }),
  };
}

/** What version this is, and by whom it was signed off. */
export function versionWords({ authority, version, programme }: PublicPlan): string {
  const years = `${plainDay(programme.startsOn)} to ${plainDay(programme.endsOn)}`;
  return `The plan of ${authority.name} for ${years}. Version ${version.number}, signed off on ${plainDay(version.approvedOn)}.`;
}
