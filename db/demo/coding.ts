import { chooseQuote } from '#app/themes/choose-quote.server.ts';
import { codeComments } from '#app/themes/code-comments.server.ts';
import type { CodedComment } from '#app/themes/coding.ts';
import { nameTheme } from '#app/themes/name-theme.server.ts';
import { readCoding } from '#app/themes/read-coding.server.ts';
import { redactWords } from '#app/themes/redact-words.server.ts';
import {
  codeSecond,
  sampleOfProgramme,
  startSecondCoding,
} from '#app/themes/second-coding.server.ts';
import { themeNamed } from '#app/themes/theme.ts';
import type { Demonstration } from './load.server.ts';
import type { DemoThemeName } from './panel-words.ts';
import { COMMENTS } from './survey-comments.ts';

type Topic = keyof typeof COMMENTS;

interface NewTheme {
  name: string;
  definition: string;
  isNot: string;
  /** The short name of the theme that it stands under. */
  under: string | null;
  /** What is written about these belongs here. */
  topics: readonly Topic[];
}

/** The themes that reading the survey adds to those of the panel. */
const MORE_THEMES: Readonly<Record<string, NewTheme>> = {
  nearer: {
    name: 'Something nearer home',
    definition: 'Help that comes to where families are: a van, a hall, a school.',
    isNot: 'Buses and fares.',
    under: 'transport',
    topics: [],
  },
  judged: {
    name: 'Not being judged',
    definition: 'Fear of being seen, written down or thought less of for coming.',
    isNot: 'Whether others there are like oneself.',
    under: null,
    topics: ['stigma'],
  },
  likeUs: {
    name: 'People like us',
    definition: 'Whether families find others like themselves, and are pictured and addressed.',
    isNot: 'Being judged for needing help.',
    under: 'judged',
    topics: ['not-for-me', 'grandparents'],
  },
  cost: {
    name: 'What it costs',
    definition: 'The price of sessions, of getting there and of living; advice about money.',
    isNot: 'The price of a nursery place.',
    under: null,
    topics: ['cost', 'money'],
  },
  waiting: {
    name: 'Help while we wait',
    definition: 'Waiting for a check, a therapy or a place, and what happens meanwhile.',
    isNot: 'Waiting lists of nurseries.',
    under: null,
    topics: ['waiting', 'send-support'],
  },
  feel: {
    name: 'How parents feel',
    definition:
      'Tiredness, loneliness, birth and mood: being asked, and having somebody to talk to.',
    isNot: 'How children behave.',
    under: null,
    topics: ['wellbeing', 'sleep', 'meeting-others'],
  },
  understood: {
    name: 'Being understood and getting in',
    definition: 'Language, interpreters, signers, quiet hours and doors that open.',
    isNot: 'Getting to the building.',
    under: null,
    topics: ['language', 'access'],
  },
};

const PANEL_TOPICS: Readonly<Partial<Record<DemoThemeName, readonly Topic[]>>> = {
  hours: ['opening-hours'],
  fathers: ['for-dads'],
  knowing: ['not-told'],
  transport: ['transport'],
};

/** Words of the topic transport that ask for something nearer, too. */
const NEARER = /village hall|minibus|hub came to us/;

/**
 * What families wrote, coded by the facilitator: most of it, under the panel's themes and seven more;
 * a sample coded again by the lead; some words chosen to be quoted, and some taken out.
 */
export async function demoCoding(
  d: Demonstration,
  panel: Readonly<Record<DemoThemeName, string>>,
): Promise<void> {
  const ids: Record<string, string> = { ...panel };
  for (const [key, { name, definition, isNot, under }] of Object.entries(MORE_THEMES)) {
    const parentId = under === null ? null : (ids[under] ?? null);
    const fields = { ...themeNamed(name, definition), isNot, parentId };
    ids[key] = await nameTheme(d.facilitator, d.programme, fields);
  }
  const { comments } = await readCoding(d.programme);
  const written = comments.filter(({ source }) => source.kind === 'response');
  // Every seventh waits to be read, as in any week.
  const read = written.filter((_, n) => n % 7 !== 6);
  await codeComments(
    d.facilitator,
    d.programme,
    read.map(({ key, words, themes }) => ({
      key,
      themeIds: [...new Set([...themes, ...themesIn(words, ids)])],
    })),
  );
  await quoteSome(d, read, ids);
  await takeOut(d, read);
  await codeAgain(d, ids);
}

/** The themes of somebody's words, by the sentences that they are made of. */
function themesIn(words: string, ids: Readonly<Record<string, string>>): string[] {
  const topics = Object.keys(COMMENTS).filter((topic) =>
    (COMMENTS[topic] ?? []).some((sentence) => words.includes(sentence.slice(4, 40))),
  );
  const belongs = { ...PANEL_TOPICS, ...mapped(MORE_THEMES) };
  const found = Object.entries(belongs).flatMap(([theme, own]) =>
    topics.some((topic) => (own ?? []).includes(topic)) ? [ids[theme] ?? ''] : [],
  );
  return NEARER.test(words) ? [...found, ids['nearer'] ?? ''] : found;
}

const mapped = (themes: Readonly<Record<string, NewTheme>>) =>
  Object.fromEntries(Object.entries(themes).map(([key, { topics }]) => [key, topics]));

/** One short comment of each theme whose author agreed. */
async function quoteSome(
  d: Demonstration,
  read: readonly CodedComment[],
  ids: Readonly<Record<string, string>>,
): Promise<void> {
  const chosen = new Set<string>();
  for (const theme of ['hours', 'transport', 'judged', 'waiting', 'feel', 'fathers']) {
    const themeId = ids[theme] ?? '';
    const fit = read.filter(
      ({ key, mayQuote, words, flag }) =>
        !chosen.has(key) &&
        mayQuote &&
        flag === '' &&
        words.length < 110 &&
        themesIn(words, ids).includes(themeId),
    );
    for (const { key, words } of fit.slice(0, 2)) {
      chosen.add(key);
      await chooseQuote(d.facilitator, d.programme, themeId, key, words.trim());
    }
  }
}

async function takeOut(d: Demonstration, read: readonly CodedComment[]): Promise<void> {
  const said = 'A childminder who can take a child with a feeding tube.';
  const comment = read.find(({ words }) => words.includes(said));
  if (!comment) return;
  await redactWords(d.facilitator, d.programme, comment.key, {
    words: comment.words.replace(said, 'A childminder who can take a child with [a health need].'),
    reason: 'A health need so rare that it could show who the child is.',
  });
}

/** The lead codes a sample again: mostly the same, with the slips that people make. */
async function codeAgain(d: Demonstration, ids: Readonly<Record<string, string>>): Promise<void> {
  const id = await startSecondCoding(d.facilitator, d.programme, d.lead.id, 24, 20_260_601);
  const { items } = await sampleOfProgramme(d.programme, id);
  const known = new Set(Object.values(ids));
  for (const [n, item] of items.entries()) {
    const same = item.firstThemes.filter((theme) => known.has(theme));
    const [judged, likeUs] = [ids['judged'] ?? '', ids['likeUs'] ?? ''];
    const slipped =
      n % 8 === 5
        ? same.slice(1)
        : same.map((theme) => (theme === likeUs && n % 2 === 0 ? judged : theme));
    await codeSecond(d.lead, d.programme, id, item.id, [...new Set(slipped)]);
  }
}
