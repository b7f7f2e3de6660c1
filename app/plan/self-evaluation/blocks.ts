import { lines as asLines, type Block } from '#app/documents/blocks.ts';
import { many, sayDay, sayShortDay } from '#app/ui/words.ts';
import { FRAMEWORK, type FrameworkId } from './frameworks.ts';
import { ratingsSvg, sayRatings } from './picture.ts';
import {
  byFramework,
  countsOf,
  MOVED_WORDS,
  type EvaluatedItem,
  type SelfEvaluation,
} from './self-evaluation.ts';

/** The self-evaluation as a document says it: which round, then each framework drawn and as a table. */
export function selfEvaluationBlocks({ round, before, items }: SelfEvaluation): Block[] {
  if (round === null) {
    return [{ type: 'paragraph', text: 'No round of self-evaluation was begun yet.' }];
  }
  const beside = before === null ? '' : `, beside round ${before.number}, “${before.name}”`;
  return [
    {
      type: 'paragraph',
      text: `Round ${round.number}, “${round.name}”, begun on ${sayDay(round.startedOn)}${beside}.`,
    },
    ...byFramework(items).flatMap((group) => frameworkBlocks(group, before !== null)),
    ...improvements(items),
  ];
}

function frameworkBlocks(
  { framework, items }: { framework: FrameworkId; items: readonly EvaluatedItem[] },
  hasBefore: boolean,
): Block[] {
  const known = FRAMEWORK[framework];
  const counts = countsOf(items, framework);
  const said = [...known.ratings.map(({ label }) => label), 'Not rated'].flatMap((label, at) =>
    counts[at] ? [`${label}: ${counts[at]}`] : [],
  );
  return [
    { type: 'heading', level: 2, text: known.title },
    { type: 'paragraph', text: `${many(items.length, known.one)}. ${said.join('; ')}.` },
    { type: 'paragraph', text: known.note, tone: 'note' },
    {
      type: 'picture',
      svg: ratingsSvg(framework, items),
      alt: `${sayRatings(items)} The table below says the same.`,
      caption: `${known.title}: filled circle this round, hollow circle the round before, diamond the panel`,
    },
    {
      type: 'table',
      caption: known.title,
      columns: [
        { title: known.one.charAt(0).toUpperCase() + known.one.slice(1), share: 5 },
        { title: 'Rating', share: 2.6 },
        ...(hasBefore ? [{ title: 'Since the round before', share: 2.4 }] : []),
        { title: 'The panel', share: 2.6 },
        { title: 'What shows it', share: 7 },
        { title: 'It lacks', share: 3.4 },
      ],
      rows: items.map((one) => [
        one.item.own
          ? `${one.item.title}\nIn our own words`
          : `${one.item.title}\n${one.item.id}, ${one.item.source}`,
        one.ratingWords,
        ...(hasBefore ? [MOVED_WORDS[one.moved]] : []),
        asLines(
          [one.panelWords, one.panelSaid].filter((words) => words !== ''),
          'Not asked',
        ),
        asLines([
          ...(one.evidence === '' ? [] : [one.evidence]),
          ...one.tied.map(({ words, on }) => `${words} (as it stood on ${sayShortDay(on)})`),
        ]),
        one.lacks.join(', ') || '–',
      ]),
    },
  ];
}

function improvements(items: readonly EvaluatedItem[]): Block[] {
  const some = items.filter(({ improve }) => improve !== '');
  if (some.length === 0) {
    return [{ type: 'paragraph', text: 'No improvement is written down yet.' }];
  }
  return [
    { type: 'heading', level: 2, text: 'What we will improve' },
    {
      type: 'table',
      caption: many(some.length, 'improvement'),
      columns: [
        { title: 'What', share: 6 },
        { title: 'Because of', share: 5 },
        { title: 'Who', share: 3 },
        { title: 'By when', share: 2 },
        { title: 'In the plan', share: 2.4 },
      ],
      rows: some.map((one) => [
        one.improve,
        one.item.title,
        one.owner || 'Nobody yet',
        sayShortDay(one.dueOn),
        one.line === null ? 'Not yet' : 'Yes',
      ]),
    },
  ];
}
