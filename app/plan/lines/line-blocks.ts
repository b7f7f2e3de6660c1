import { lines, note, type Block } from '#app/documents/blocks.ts';
import type { PlanToExport } from '#app/plan/export/export.ts';
import { poundsOrUnknown, sumInWords, sumOf } from '#app/plan/money/money.ts';
import { groupByOutcome, STANDING_NAMES, STATUS_NAMES, type PlanLine } from '#app/plan/plan.ts';
import { sayShortDay } from '#app/ui/words.ts';
import { equalityWords } from './line-in-words.ts';
import { riskInWords, riskScore } from './risks.ts';

const NO_LINES: Block = { type: 'paragraph', text: 'The plan has no lines yet.' };

/**
 * The lines of the plan under their outcomes, with who, when and how much; then how each is known to
 * work, its risks and what it does for equality.
 */
export function linesBlocks(plan: PlanToExport): Block[] {
  if (plan.lines.length === 0) return [NO_LINES];
  const streams = new Map(plan.streams.map((stream) => [stream.id, stream.name]));
  const groups = groupByOutcome(plan.lines, plan.theory ?? { boxes: [], links: [] });
  return [
    ...groups.flatMap((group): Block[] => {
      const outcome = group.outcome?.label ?? 'Lines that serve no outcome of the theory yet';
      return [
        { type: 'heading', level: 2, text: outcome },
        {
          type: 'table',
          caption: `${outcome}: ${sumInWords(sumOf(group.lines.map(({ line }) => line)))}`,
          columns: [
            { title: 'What', share: 6 },
            { title: 'Owner', share: 3 },
            { title: 'From', share: 2 },
            { title: 'To', share: 2 },
            { title: 'Milestone', share: 4 },
            { title: 'Cost', share: 2.2, numeric: true },
            { title: 'Paid from', share: 3 },
            { title: 'Requirements', share: 3 },
          ],
          keys: group.lines.map(({ line }) => line.id),
          rows: group.lines.map(({ line, also }) => [
            lines([
              line.title,
              ...(line.status === 'planned' ? [] : [STATUS_NAMES[line.status]]),
              ...(line.progress === null ? [] : [progressInWords(line)]),
              ...(also.length === 0
                ? []
                : [`Also towards: ${also.map((box) => box.label).join('; ')}`]),
            ]),
            lines(
              [line.owner, line.partners === '' ? '' : `With ${line.partners}`].filter(
                (words) => words !== '',
              ),
              'No owner yet',
            ),
            sayShortDay(line.startsOn),
            sayShortDay(line.endsOn),
            line.milestone === '' ? 'No milestone yet' : line.milestone,
            poundsOrUnknown(line.costPence),
            (line.streamId !== null ? streams.get(line.streamId) : undefined) ?? 'No stream yet',
            lines(line.requirementKeys.map(shortKey)),
          ]),
        },
      ];
    }),
    ...known(plan),
    ...risks(plan),
    ...equality(plan),
  ];
}

/** "At risk on 2 Nov 2026: the hall is closed". */
function progressInWords({ progress }: Pick<PlanLine, 'progress'>): string {
  if (progress === null) return 'Nothing reported yet';
  const said = `${STANDING_NAMES[progress.standing]} on ${sayShortDay(progress.on)}`;
  return progress.note === '' ? said : `${said}: ${progress.note}`;
}

/** The requirement's own id: the pack is named where it is listed. */
const shortKey = (key: string) => key.slice(key.indexOf(':') + 1);

const running = (plan: PlanToExport) => plan.lines.filter(({ status }) => status !== 'stopped');

function known(plan: PlanToExport): Block[] {
  const measures = new Map(
    plan.theory?.pieces
      .filter(({ kind }) => kind === 'measure')
      .map(({ id, more }) => [id, more['label'] ?? '']),
  );
  const said = running(plan).filter(
    ({ objective, successCriteria, measureIds }) =>
      objective !== '' || successCriteria !== '' || measureIds.length > 0,
  );
  const rest = running(plan).length - said.length;
  return [
    { type: 'heading', level: 2, text: 'What each line is to achieve, and how it is known' },
    ...(said.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: 'Objectives, success criteria and measures',
            columns: [
              { title: 'Line', share: 5 },
              { title: 'Objective', share: 5 },
              { title: 'How it is known', share: 5 },
              { title: 'Measures', share: 5 },
            ],
            keys: said.map(({ id }) => id),
            rows: said.map((line) => [
              line.title,
              line.objective || '–',
              line.successCriteria || '–',
              lines(line.measureIds.flatMap((id) => measures.get(id) ?? [])),
            ]),
          },
        ]),
    ...(rest === 0
      ? []
      : [
          note(`${rest} of ${running(plan).length} lines do not say yet what they are to achieve.`),
        ]),
  ];
}

/** The highest first; those that nobody has scored last. */
export function linesByRisk(all: readonly PlanLine[]): PlanLine[] {
  return all
    .filter(({ risk, status }) => risk.what !== '' && status !== 'stopped')
    .sort((a, b) => (riskScore(b.risk) ?? 0) - (riskScore(a.risk) ?? 0));
}

function risks(plan: PlanToExport): Block[] {
  const risky = linesByRisk(plan.lines);
  const heading: Block = { type: 'heading', level: 2, text: 'Risks' };
  if (risky.length === 0) return [heading, note('No line names a risk yet.')];
  const without = running(plan).length - risky.length;
  return [
    heading,
    {
      type: 'table',
      caption: 'Risks of the lines, the highest first',
      columns: [
        { title: 'Risk', share: 5 },
        { title: 'Line', share: 5 },
        { title: 'Likelihood and severity', share: 4 },
        { title: 'Watched by', share: 3 },
        { title: 'What is done', share: 5 },
      ],
      keys: risky.map(({ id }) => id),
      rows: risky.map(({ title, risk }) => [
        risk.what,
        title,
        riskInWords(risk),
        risk.owner || 'Nobody yet',
        risk.response || 'Nothing yet',
      ]),
    },
    ...(without === 0 ? [] : [note(`${without} of ${running(plan).length} lines name no risk.`)]),
  ];
}

function equality(plan: PlanToExport): Block[] {
  const looked = running(plan).filter(({ equalityEffect }) => equalityEffect.effect !== 'unknown');
  const heading: Block = { type: 'heading', level: 2, text: 'Equality' };
  const open = running(plan).length - looked.length;
  return [
    heading,
    ...(looked.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: 'What the lines do for people with protected characteristics',
            columns: [
              { title: 'Line', share: 5 },
              { title: 'Effect, for whom, and what is done', share: 8 },
            ],
            keys: looked.map(({ id }) => id),
            rows: looked.map(({ title, equalityEffect }) => [title, equalityWords(equalityEffect)]),
          },
        ]),
    ...(open === 0
      ? []
      : [note(`The effect of ${open} of ${running(plan).length} lines was not looked at yet.`)]),
  ];
}
