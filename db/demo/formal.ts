import { castVote } from '#app/panel/cast-vote.server.ts';
import { changeStatements } from '#app/panel/change-statements.server.ts';
import { closeConsultation } from '#app/panel/close-consultation.server.ts';
import { keepPart, type OptionChange, type Written } from '#app/panel/formal/keep-part.server.ts';
import { openConsultation } from '#app/panel/open-consultation.server.ts';
import { startConsultation } from '#app/panel/start-consultation.server.ts';
import { dayOf } from '#app/ui/words.ts';
import { statementsOf } from '#db/statements.ts';
import { formalRecordRow } from '../formal.ts';
import { theStore } from '../store.server.ts';
import type { Demonstration } from './load.server.ts';
import { VOTE_OF } from './panel-words.ts';
import type { DemoPanel } from './panel.ts';
import { CREMORNE, EASTMOOR } from './walk-words.ts';

const daysFrom = (d: Demonstration, days: number) => new Date(d.now.getTime() + days * 86_400_000);

/** One formal consultation that was held and decided, and one that lacks too much to open. */
export async function demoFormal(
  d: Demonstration,
  panel: Pick<DemoPanel, 'people'>,
): Promise<{ decidedId: string; draftId: string }> {
  const decidedId = await held(d, panel);
  const draftId = await prepared(d);
  return { decidedId, draftId };
}

/** Writes one part after another, each on the page as the last one left it. */
function writer(d: Demonstration, id: string) {
  return async (change: Written | OptionChange, days: number) => {
    const { version } = await formalRecordRow(theStore().read, d.authorityId, id);
    const how = { version, why: '' };
    const [lack] = await keepPart(d.facilitator, d.programme, id, change, how, daysFrom(d, days));
    if (lack !== undefined) throw new Error(`The demonstration cannot write: ${lack.message}`);
  };
}

async function held(d: Demonstration, { people }: Pick<DemoPanel, 'people'>): Promise<string> {
  const { title, purpose, statements, stillOpen, reasons, options } = CREMORNE;
  const day = (days: number) => dayOf(daysFrom(d, days));
  const fields = { title, purpose, standing: 'formal' as const };
  const id = await startConsultation(d.facilitator, d.programme, fields, daysFrom(d, -120));
  for (const { text } of statements) {
    await changeStatements(d.facilitator, d.programme, id, { do: 'add', text });
  }
  const write = writer(d, id);
  await write({ part: 'duty', value: { duty: 'childrens-centres', dutyNote: '' } }, -118);
  const formative = { stillOpen, decides: 'Cabinet', decidesOn: day(-20) };
  await write({ part: 'formative', value: formative }, -118);
  await write({ part: 'reasons', value: { reasons, reasonsLink: '' } }, -117);
  for (const option of options) await write({ part: 'options', put: { id: '', ...option } }, -117);
  const equality = {
    equalityTitle: 'Equality impact assessment: Cremorne Road and Brookside',
    equalityOn: day(-119),
    equalityLink: 'https://www.wexcombe.example/equality/cremorne-road',
    ...{ fileId: null, fileName: null },
  };
  await write({ part: 'equality', value: equality }, -116);
  const busy =
    'Letters went to every family on the estate, and the two schools put it into their newsletters each week.';
  await write({ part: 'time', value: { shortBecause: '', busy } }, -116);
  const [opened, closes] = [daysFrom(d, -115), day(-60)];
  const [why] = await openConsultation(d.facilitator, d.programme, id, closes, opened);
  if (why !== undefined) throw new Error(`The demonstration does not open: ${why.message}`);
  await answers(d, id, people);
  await closeConsultation(d.facilitator, d.programme, id, daysFrom(d, -60));
  await decided(d, id, write);
  return id;
}

async function answers(d: Demonstration, id: string, people: DemoPanel['people']): Promise<void> {
  const asked = await statementsOf(theStore().read, d.authorityId, id);
  for (const [n, person] of people.entries()) {
    for (const [at, { votes }] of CREMORNE.statements.entries()) {
      const vote = VOTE_OF[votes[n] ?? '.'];
      const statementId = asked[at]?.id ?? '';
      if (vote)
        await castVote(person, id, statementId, { vote, comment: '' }, daysFrom(d, -100 + n));
    }
  }
}

async function decided(d: Demonstration, id: string, write: ReturnType<typeof writer>) {
  const { said, weighed, decision, changed, decisionReasons } = CREMORNE;
  const day = (days: number) => dayOf(daysFrom(d, days));
  const considered = {
    readBy: 'The Cabinet member for children, with a report from the head of early help',
    readOn: day(-31),
    ...{ said, weighed },
  };
  await write({ part: 'considered', value: considered }, -30);
  const { parts } = await formalRecordRow(theStore().read, d.authorityId, id);
  const list = (parts['options'] as { list: { id: string }[] }).list;
  const outcome = { decided: list[1]?.id ?? 'another', decision, changed, decisionReasons };
  const by = { decidedBy: 'Cabinet', decidedOn: day(-20) };
  await write({ part: 'decision', value: { ...outcome, ...by } }, -18);
}

async function prepared(d: Demonstration): Promise<string> {
  const { title, purpose, statement, stillOpen, option } = EASTMOOR;
  const fields = { title, purpose, standing: 'formal' as const };
  const id = await startConsultation(d.facilitator, d.programme, fields, daysFrom(d, -3));
  await changeStatements(d.facilitator, d.programme, id, { do: 'add', text: statement });
  const write = writer(d, id);
  await write({ part: 'duty', value: { duty: 'childrens-centres', dutyNote: '' } }, -3);
  const formative = { stillOpen, decides: 'Cabinet', decidesOn: dayOf(daysFrom(d, 120)) };
  await write({ part: 'formative', value: formative }, -3);
  await write({ part: 'options', put: { id: '', ...option } }, -2);
  return id;
}
