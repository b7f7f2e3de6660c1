import { setTimeout as after } from 'node:timers/promises';
import { links } from '#app/http/links.ts';
import type { Case } from '../case.ts';
import { chosenFile, theLargeServer, type LargeServed } from '../http/large-world.ts';
import { expected, formFields, hiddenField, type Answer, type Visitor } from '../http/visitor.ts';

/** What nobody notices: a page that waits for so long feels immediate still. */
const MOST_MS = 50;

interface LongWork {
  name: string;
  ask: (browser: Visitor, server: LargeServed) => Promise<unknown>;
}

const page =
  (path: (server: LargeServed) => string): LongWork['ask'] =>
  async (browser, server) =>
    expected(await browser.get(path(server)), 200, path(server));

const planAs = (format: string): LongWork => ({
  name: `plan as ${format}`,
  ask: page(({ programme }) => links.exportedPlan(programme.id, format)),
});

const compare = 'row=radiogroup1&by=checkbox1';

const works: readonly LongWork[] = [
  ...['docx', 'pdf', 'xlsx'].map(planAs),
  { name: 'theory as pdf', ask: page(({ programme }) => links.exportTheory(programme.id, 'pdf')) },
  {
    name: 'theory as pptx',
    ask: page(({ programme }) => links.exportTheory(programme.id, 'pptx')),
  },
  {
    name: 'results',
    ask: page(({ programme, surveyId }) => links.surveyResults(programme.id, surveyId)),
  },
  {
    name: 'two questions compared',
    ask: page(({ programme, surveyId }) => links.crosstab(programme.id, surveyId, compare)),
  },
  {
    name: 'answers as csv',
    ask: page(({ programme, surveyId }) => links.answersAs(programme.id, surveyId, 'answers.csv')),
  },
  {
    name: 'answers as xlsx',
    ask: page(({ programme, surveyId }) => links.answersAs(programme.id, surveyId, 'answers.xlsx')),
  },
];

const eventLoop: Case = {
  id: 'event-loop',
  what: 'For how long everybody waits while one person asks for something large: documents, files, tables of 100,000 answers, an import.',
  unit: 'ms',
  better: 'less',
  limitIs: '50 ms, which nobody notices',
  goal: 1,
  judgedBy: 'worst',
  async run({ quick }) {
    const server = await theLargeServer(quick);
    const asked = [...works, { name: 'a file brought in', ask: bringIn(quick ? 1500 : 20_000) }];
    const held: { name: string; ms: number }[] = [];
    for (const { name, ask } of asked) {
      const browser = server.staff();
      await server.ask('watch');
      await ask(browser, server);
      held.push({ name, ms: (await server.ask('longest')).ms });
    }
    const worst = [...held].sort((a, b) => b.ms - a.ms);
    const told = worst.map(({ name, ms }) => `${name} ${Math.round(ms)} ms`).join(', ');
    return { samples: held.map(({ ms }) => ms), limit: MOST_MS, note: `Longest: ${told}.` };
  },
};

/** A file of answers chosen, its columns taken as guessed, checked and stored. */
function bringIn(rows: number): LongWork['ask'] {
  return async (browser, { programme, surveyId }) => {
    const at = links.importAnswers(programme.id, surveyId);
    const form = expected(await browser.get(at), 200, 'the page to choose a file');
    const fields = { csrf: hiddenField(form, 'csrf'), once: hiddenField(form, 'once') };
    const chosen = await browser.upload(at, { ...fields, file: chosenFile(rows) });
    const here = expected(chosen, 302, 'the file').headers.location ?? '';
    for (const intent of ['check', 'store']) {
      const ready = await whenItsWorkIsDone(browser, here);
      expected(await browser.post(here, formFields(ready, intent)), 302, intent);
    }
    const came = await whenItsWorkIsDone(browser, here);
    if (/value="(check|store|back)"/.test(came.text)) throw new Error('The file did not come in.');
  };
}

/** The page of the file: while its work goes on, it asks to be loaded again. */
async function whenItsWorkIsDone(browser: Visitor, here: string): Promise<Answer> {
  for (let looks = 0; looks < 600; looks += 1) {
    const seen = expected(await browser.get(here), 200, 'the file');
    if (seen.headers['refresh'] === undefined) return seen;
    await after(200);
  }
  throw new Error('The work on the file did not end.');
}

export default eventLoop;
