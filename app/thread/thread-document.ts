import type { Block, DocumentModel, DocumentSection } from '#app/documents/blocks.ts';
import { many, sayDay, sayMoment } from '#app/ui/words.ts';
import { hasQuotes, withoutQuotes } from './quiet.ts';
import { quietCounts } from './quiet-counts.ts';
import { sayStale, sayWho } from './sentences.ts';
import { STRETCH_TITLES } from './stretch-titles.ts';
import type { Step, Stretch, Thing, Trace } from './trace.ts';

/** Whose thread is printed, and when. */
export interface PrintedFor {
  authority: DocumentModel['authority'];
  programme: { title: string };
  /** YYYY-MM-DD. */
  madeOn: string;
  /** Who printed it; empty at the command line. */
  by: string;
  /** True when there is more on the thread than was gathered. */
  more: boolean;
  /** Whether single answers and comments may be counted. */
  mayCount: boolean;
}

/** The thread of one object as a document to be shown as evidence: nobody's own words stand in it. */
export function threadDocument(trace: Trace, about: PrintedFor): DocumentModel {
  const quiet = withoutQuotes(trace);
  const { authority, programme, madeOn, by } = about;
  return {
    title: 'What it rests on, and what came of it',
    subtitle: `${quiet.object.what}: ${quiet.object.title}`,
    cover: [
      programme.title,
      `Printed on ${sayDay(madeOn)}${by === '' ? '' : ` by ${by}`}`,
      quiet.stale === 0
        ? 'Every step holds as it was made'
        : `${many(quiet.stale, 'step no longer holds', 'steps no longer hold')} as ${quiet.stale === 1 ? 'it was' : 'they were'} made`,
    ],
    authority,
    language: 'en-GB',
    sections: [
      section('object', 'What this is about', [
        ...objectBlocks(quiet.object),
        ...readingBlocks(about.more),
      ]),
      section('upstream', 'What it rests on', [
        ...quietBlocks(trace, about),
        ...stretchBlocks(quiet.upstream, 'Nothing else stands behind it.'),
      ]),
      section('downstream', 'What came of it', stretchBlocks(quiet.downstream, 'Nothing yet.')),
    ],
  };
}

/** How the tables are to be read, and what was left out. */
function readingBlocks(more: boolean): Block[] {
  return [
    {
      type: 'paragraph',
      text: 'Each step says that the one thing rests on the other, who tied them and when. What was said then is kept as it stood; where it says something else by now, the step says both, and nothing is written over. Single answers and comments are counted and never quoted, and few are not counted out.',
    },
    ...(more
      ? ([
          {
            type: 'paragraph',
            text: 'There is more on this thread than is printed here. Open a thing on it to see the rest.',
          },
        ] satisfies Block[])
      : []),
  ];
}

function section(id: string, title: string, blocks: readonly Block[]): DocumentSection {
  return { id, title, landscape: false, blocks };
}

function objectBlocks(thing: Thing): Block[] {
  return [{ type: 'facts', caption: thing.what, facts: factsOf(thing) }];
}

function factsOf(thing: Thing): [string, string][] {
  const { newest, outdated } = thing;
  return [
    [thing.what, thing.title],
    ...(thing.says === undefined ? [] : [['Promises', thing.says] as [string, string]]),
    ...(newest === undefined ? [] : [['Newest figure', sayNewest(newest)] as [string, string]]),
    ...(thing.measures ?? []).map((words): [string, string] => ['Measure', words]),
    ...(thing.origin ? [['Source', thing.origin] as [string, string]] : []),
    ...(thing.figures ?? []).map(({ label, value }): [string, string] => [label, value]),
    ...(outdated === undefined ? [] : [['Out of date', sayOutdated(outdated)] as [string, string]]),
  ];
}

function sayNewest(newest: NonNullable<Thing['newest']> | null): string {
  return newest === null ? 'None yet' : `${newest.words} (${newest.by}, ${sayMoment(newest.at)})`;
}

function sayOutdated({ now }: { now: string | null }): string {
  return now === null
    ? 'Its source is gone, or says nothing that may be shown any more.'
    : `Its source says now: ${now}`;
}

/** Single answers and comments: how many, for whoever may know, and that there are some for others. */
function quietBlocks(trace: Trace, { more, mayCount }: PrintedFor): Block[] {
  if (!hasQuotes(trace)) return [];
  const items = mayCount ? quietCounts(trace, more).map(({ words }) => words) : [];
  return items.length === 0
    ? [{ type: 'paragraph', text: 'Single answers or comments, which are not printed.' }]
    : [
        { type: 'paragraph', text: 'Single answers and comments that were gathered:' },
        { type: 'list', items },
      ];
}

function stretchBlocks(stretches: readonly Stretch[], none: string): Block[] {
  if (stretches.length === 0) return [{ type: 'paragraph', text: none }];
  return stretches.map(({ kind, steps }): Block => ({
    type: 'table',
    caption: STRETCH_TITLES[kind],
    columns: [
      { title: 'What', share: 5 },
      { title: 'How it hangs together', share: 6 },
      { title: 'Who and when', share: 4 },
      { title: 'Does it still hold?', share: 4 },
    ],
    rows: steps.map(rowOf),
  }));
}

function rowOf({ thing, hops }: Step): string[] {
  const { newest, outdated } = thing;
  const stale = hops.flatMap((hop) => (hop.stale === null ? [] : [sayStale(hop.stale)]));
  const old = outdated === undefined ? [] : [`Out of date. ${sayOutdated(outdated)}`];
  const wrong = [...new Set([...stale, ...old])];
  const who = [...new Set(hops.map(sayWho).filter(Boolean))];
  return [
    [
      `${thing.what}: ${thing.title}`,
      ...(newest === undefined ? [] : [`Newest figure: ${sayNewest(newest)}`]),
      ...(thing.measures ?? []),
    ].join('\n'),
    hops
      .map(({ sentence, note }) => (note === '' ? sentence : `${sentence} Why: ${note}`))
      .join('\n'),
    who.length === 0 ? 'Not recorded' : who.join('\n'),
    wrong.length === 0 ? 'Yes' : `No. ${wrong.join('\n')}`,
  ];
}
