import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { links } from '#app/http/links.ts';
import { startProgramme } from '#app/people/run-programme.server.ts';
import { newSurvey } from '#app/survey/import/import-answers.server.ts';
import { planFromActivities } from '#app/plan/lines/plan-from-activities.server.ts';
import { startTheory } from '#app/theory/start-theory.server.ts';
import { databaseFile, openStore, setTheStore, theStore } from '#db/store.server.ts';
import { randomTheory } from '#test/layered-graphs.ts';
import { makeBorough } from '#test/people.ts';
import { definition } from '../answers-world.ts';
import { middle, timed } from '../case.ts';
import { firstQuestion } from '../http/family.ts';
import { expected, type Visitor } from '../http/visitor.ts';
import { aServer, type Seeded, type Served } from '../http/world.ts';
import { quickly, surveyOfMany } from '../many-answers.ts';
import type { Axis, Course } from './axes.ts';

const MB = 1024 * 1024;
const SLOW_MS = 5000;

/** What is asked for at one size: by whom, and where. */
interface Asked {
  name: string;
  /** The first time is told apart where it is another thing: the answers are read into memory. */
  first?: string;
  by: 'lead' | 'family';
  path: string;
}

interface Size {
  at: number;
  ready: (folder: string, world: Seeded) => Promise<Asked[]>;
}

/** Starts a server at each size and asks it for the same things. */
export async function measured(
  about: Omit<Axis, 'courses'>,
  sizes: readonly Size[],
): Promise<Axis> {
  const courses = new Map<string, Course>();
  const note = (name: string, unit: Course['unit'], at: number, value: number) => {
    const course = courses.get(name) ?? { name, unit, points: [] };
    course.points.push({ at, value });
    courses.set(name, course);
  };
  for (const { at, ready } of sizes) {
    process.stderr.write(`${about.id}: ${at.toLocaleString('en-GB')}\n`);
    let asked: Asked[] = [];
    let folder = '';
    const server = await aServer([], async (own, world) => {
      folder = own;
      asked = await ready(own, world);
    });
    try {
      // What the server loads once is not of any size. Any page of the programme would read the answers already.
      await server.staff().get('/bench/empty');
      for (const one of asked) {
        const { first, again } = await timesOf(server, one);
        if (one.first !== undefined) note(one.first, 'ms', at, first);
        note(one.name, 'ms', at, again);
      }
      note('Memory of the server', 'MB', at, (await server.ask('rss')).rss / MB);
      note('Database on the disk', 'MB', at, statSync(databaseFile(folder)).size / MB);
    } finally {
      await server.stop();
    }
  }
  return { ...about, courses: [...courses.values()] };
}

async function timesOf(server: Served, { by, path }: Asked) {
  const browser: Visitor = by === 'lead' ? server.staff() : server.visitor();
  const where = by === 'family' ? await firstQuestion(browser, path) : path;
  const ask = async () => {
    const { bytes } = expected(await browser.letPass(where), 200, where);
    if (bytes === 0) throw new Error(`${where} gave nothing.`);
  };
  const [first = NaN] = await timed(1, ask, 0);
  const again = first > SLOW_MS ? await timed(1, ask, 0) : await timed(10, ask, 1);
  return { first, again: middle(again) };
}

const question = ({ codes }: Seeded): Asked => ({
  name: 'A question, for a family',
  by: 'family',
  path: codes.family,
});

/** One survey that so many answered. */
export function ofAnswers(at: number): Size {
  return {
    at,
    ready: async (folder, world) => {
      const { lead, programme } = world;
      const surveyId = await surveyOfMany(folder, lead, programme, at);
      const compare = 'row=radiogroup1&by=checkbox1';
      return [
        {
          ...{ name: 'Results, again', first: 'Results, first time', by: 'lead' },
          path: links.surveyResults(programme.id, surveyId),
        },
        {
          ...{ name: 'Two questions compared', by: 'lead' },
          path: links.crosstab(programme.id, surveyId, compare),
        },
        {
          ...{ name: 'All answers as CSV', by: 'lead' },
          path: links.answersAs(programme.id, surveyId, 'answers.csv'),
        },
        question(world),
      ];
    },
  };
}

/** A programme with a theory of so many boxes, and a plan with a line for each of its activities. */
export function ofBoxes(at: number): Size {
  return {
    at,
    ready: (folder, world) =>
      inStoreOf(folder, async () => {
        const { lead } = world;
        const { id } = await startProgramme(lead, {
          ...{ title: 'A programme', startsOn: '2026-04-01', endsOn: '2029-03-31' },
          ...{ places: [], packs: ['bsfh-2026'], stage: 'consult', version: 1 },
        });
        const { boxes, links: arrows } = randomTheory(at, Math.round(at * 1.4), 3);
        const content = { boxes, links: arrows };
        await startTheory(lead, id, { title: 'Growth', fromNeeds: false, content });
        await planFromActivities(lead, id);
        return [
          { name: 'Home of the programme', by: 'lead', path: links.programme(id) },
          { name: 'Theory, as an outline', by: 'lead', path: links.theoryOutline(id) },
          { name: 'Plan', by: 'lead', path: links.plan(id) },
          { name: 'Theory as a picture', by: 'lead', path: links.exportTheory(id, 'svg') },
        ];
      }),
  };
}

const ANSWERS_EACH = 300;

/** So many authorities on one server, each with staff, a programme and a survey with answers. */
export function ofAuthorities(at: number): Size {
  return {
    at,
    ready: async (folder, world) => {
      const { lead, programme } = world;
      const pattern = await surveyOfMany(folder, lead, programme, ANSWERS_EACH);
      const surveys = await inStoreOf(folder, async () => {
        const made: { authorityId: string; surveyId: string; versionId: string }[] = [];
        for (let n = 1; n < at; n += 1) {
          const { priya, programme: own, authorityId } = await makeBorough(`Borough ${n}`);
          const target = newSurvey(priya, own, { ...FIELDS }, definition, 'bench.csv');
          await theStore().write(null, async (tx) => target.make?.(tx));
          made.push({ authorityId, surveyId: target.surveyId, versionId: target.versionId });
        }
        return made;
      });
      giveAnswers(databaseFile(folder), pattern, surveys);
      return [
        { name: 'Home of the programme', by: 'lead', path: links.programme(programme.id) },
        { name: 'Results', by: 'lead', path: links.surveyResults(programme.id, pattern) },
        question(world),
      ];
    },
  };
}

const FIELDS = {
  ...{ title: 'What would help', opensOn: null, closesOn: null },
  ...{ keepUntil: '2099-12-31', privacyNotice: '' },
};

async function inStoreOf<T>(folder: string, work: () => Promise<T>): Promise<T> {
  setTheStore(await openStore({ file: databaseFile(folder) }));
  try {
    return await work();
  } finally {
    await theStore().close();
  }
}

/** The answers of one survey once more for each of the others, by SQLite alone. */
function giveAnswers(
  file: string,
  pattern: string,
  surveys: readonly { authorityId: string; surveyId: string; versionId: string }[],
): void {
  const db = new Database(file);
  quickly(db);
  const columns = (db.pragma('table_info(responses)') as { name: string }[]).map(
    ({ name }) => name,
  );
  const other: Readonly<Record<string, string>> = {
    id: 'lower(hex(randomblob(16)))',
    reference: 'hex(randomblob(8))',
    submission_key: 'lower(hex(randomblob(16)))',
    authority_id: '@authorityId',
    survey_id: '@surveyId',
    version_id: '@versionId',
    import_id: 'null',
  };
  const copy = db.prepare(
    `insert into responses (${columns.join(', ')})
     select ${columns.map((name) => other[name] ?? name).join(', ')}
     from responses where survey_id = @pattern`,
  );
  db.transaction(() => {
    for (const survey of surveys) copy.run({ ...survey, pattern });
  })();
  db.pragma('journal_mode = WAL');
  db.close();
}
