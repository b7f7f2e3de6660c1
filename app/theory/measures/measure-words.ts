import { sayShortDay } from '#app/ui/words.ts';
import { shownBaseline, type Measure } from './measure.ts';
import { readDay } from './periods.ts';

/**
 * What a measure promises, in one line: what is counted, from where to where, and by when. It is frozen
 * when something is tied to the measure, so that words or a target changed later show. A small baseline
 * stays hidden.
 */
export function measureWords(measure: Measure): string {
  const { label, unit, target } = measure;
  const by = (text: string) => {
    const day = readDay(text);
    return day === null ? text.trim() : sayShortDay(day);
  };
  const dated = (figure: string, on: string) => [figure.trim(), by(on)].filter(Boolean).join(', ');
  const from = dated(shownBaseline(measure), measure.baselineOn);
  const to = dated(target, measure.targetOn);
  return [
    unit.trim() === '' ? label : `${label} (${unit.trim()})`,
    ...(from === '' ? [] : [`baseline ${from}`]),
    ...(to === '' ? [] : [`target ${to}`]),
  ].join('; ');
}
