import type { Figure } from '#app/documents/own-words.ts';
import { pounds, sumInWords } from '#app/plan/money/money.ts';
import { sayDay } from '#app/ui/words.ts';
import type { PlanToExport } from './export.ts';

/** The figures of a plan that own words may hold by name. Each is computed anew for each document. */
export function planFigures(plan: PlanToExport): Figure[] {
  const { counts, accounts, programme } = plan;
  const done = plan.lines.filter(({ status }) => status === 'done').length;
  const underWay = plan.lines.filter(({ status }) => status === 'under-way').length;
  const whole = (name: string, label: string, value: number): Figure => ({
    name,
    label,
    value: value.toLocaleString('en-GB'),
  });
  const money = (name: string, label: string, pence: number, streams: number): Figure =>
    streams === 0
      ? { name, label, value: null, why: 'no funding stream is known yet' }
      : { name, label, value: pounds(pence) };
  const { total, streams } = accounts;
  return [
    { name: 'programme', label: 'Name of the programme', value: programme.title },
    { name: 'authority', label: 'Name of the authority', value: plan.authority.name },
    { name: 'starts', label: 'First day of the programme', value: sayDay(programme.startsOn) },
    { name: 'ends', label: 'Last day of the programme', value: sayDay(programme.endsOn) },
    { name: 'made', label: 'Day on which the document is made', value: sayDay(plan.madeOn) },
    whole('answers', 'Survey answers', counts.answers),
    whole('surveys', 'Surveys', counts.surveys),
    whole('members', 'Members of the panel', counts.members),
    whole('consultations', 'Consultations of the panel', counts.consultations),
    whole('themes', 'Themes in what people wrote and said', counts.themes),
    whole('needs', 'Needs in play', plan.needs.length),
    whole('lines', 'Lines of the plan', plan.lines.length),
    whole('lines.under-way', 'Lines under way', underWay),
    whole('lines.done', 'Lines done', done),
    {
      name: 'money.promised',
      label: 'Money promised by the lines',
      value: sumInWords(total.committed),
    },
    money('money.streams', 'Money in the streams', total.amountPence, streams.length),
    money('money.left', 'Money left after known costs', total.leftPence, streams.length),
    whole('missing', 'Things that stand before sign-off', plan.obstacles.length),
    ...plan.coverages.flatMap(({ pack, totals }): Figure[] => [
      whole(`covered.${pack.id}`, `Requirements covered: ${pack.title}`, totals.covered),
      whole(`to-cover.${pack.id}`, `Requirements to cover: ${pack.title}`, totals.toCover),
    ]),
  ];
}
