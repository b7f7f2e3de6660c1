import { addToLog, logOf, looksAt, newestLog } from '#db/care-log.ts';
import { wordsAt } from '#db/care-words.ts';
import { flagById, flagsOf, raiseFlag, updateFlag, type Flag } from '#db/care.ts';
import { hideCodings, rewordCodings } from '#db/coding.ts';
import { record, type Programme } from '#db/people.ts';
import { redactionsOf } from '#db/redactions.ts';
import { theStore, type Writer } from '#db/store.server.ts';
import { allow } from '#app/people/allow.server.ts';
import type { Person } from '#app/people/can.ts';
import { Conflict, NotFound } from '#app/people/errors.ts';
import { hashOf } from '#app/people/tokens.server.ts';
import {
  listedCase,
  loggedLine,
  sayKind,
  sayOutcome,
  type CaseChange,
  type Place,
} from './care.ts';

/** Has somebody look at words that worry whoever reads them. */
export async function raiseWorry(
  by: Person,
  programme: Programme,
  place: Place,
  note: string,
): Promise<void> {
  allow(by, 'safeguarding.flag', programme);
  const { authorityId, id: programmeId } = programme;
  await theStore().write(`programme:${programmeId}`, async (tx) => {
    const there = await wordsAt(tx, authorityId, programmeId, place);
    if (!there || there.words.trim() === '') throw new NotFound('words');
    const { words } = there;
    const flag = { authorityId, programmeId, source: place, words, found: [], by, note };
    await raiseFlag(tx, flag);
    await record(tx, by, 'worry.raised', { kind: 'words', id: place.id });
  });
}

/** Every case of a programme. That somebody looked at the list is kept. */
export async function seeWorries(by: Person, programme: Programme) {
  allow(by, 'safeguarding.see', programme);
  const { authorityId, id } = programme;
  return theStore().write(null, async (tx) => {
    const flags = await flagsOf(tx, authorityId, id);
    await addToLog(tx, look(by, null, 'listed'));
    const looks = await looksAt(
      tx,
      authorityId,
      flags.map((flag) => flag.id),
    );
    return flags.map((flag) => listedCase(flag, looks.get(flag.id) ?? 0));
  });
}

/** One case with the words and everything that was done. That somebody looked is kept. */
export async function seeWorry(by: Person, programme: Programme, flagId: string) {
  allow(by, 'safeguarding.see', programme);
  const { authorityId, id: programmeId } = programme;
  return theStore().write(null, async (tx) => {
    const flag = await found(tx, programme, flagId);
    await addToLog(tx, look(by, flag.id, 'looked'));
    const now = await wordsAt(tx, authorityId, programmeId, placeOfFlag(flag));
    const log = await logOf(tx, authorityId, flag.id);
    return {
      id: flag.id,
      what: sayKind(flag.sourceKind),
      where: now?.where ?? '',
      words: flag.words,
      /** Whether the writer changed or took back what they wrote. */
      changed: now?.words !== flag.words,
      state: flag.state === 'open' ? ('open' as const) : ('closed' as const),
      outcome: sayOutcome(flag.outcome),
      forgetWords: flag.forgetWords,
      log: log.map((row) => loggedLine(row, flag.found)),
    };
  });
}

/** Writes down what was done, closes a case or opens it again. */
export async function changeWorry(
  by: Person,
  programme: Programme,
  flagId: string,
  change: CaseChange,
): Promise<void> {
  allow(by, 'safeguarding.see', programme);
  const { authorityId } = programme;
  const at = new Date();
  await theStore().write(`programme:${programme.id}`, async (tx) => {
    const flag = await found(tx, programme, flagId);
    const line = { authorityId, flagId, at, by };
    switch (change.intent) {
      case 'did':
        await addToLog(tx, { ...line, what: 'did', words: change.done });
        return;
      case 'close':
        if (flag.state !== 'open') throw new Conflict('Somebody has closed this already.');
        await updateFlag(tx, authorityId, flagId, {
          state: 'closed',
          outcome: change.outcome,
          closedAt: at,
          ...(flag.forgetWords ? { words: '' } : {}),
        });
        await addToLog(tx, { ...line, what: 'closed', words: change.closing });
        await showAgain(tx, programme, flag);
        await record(tx, by, 'worry.closed', { kind: 'worry', id: flagId });
        return;
      case 'reopen':
        if (flag.state === 'open') throw new Conflict('This is open already.');
        await updateFlag(tx, authorityId, flagId, { state: 'open', outcome: '', closedAt: null });
        await addToLog(tx, { ...line, what: 'reopened', words: change.again });
        await hideCodings(tx, authorityId, placeOfFlag(flag));
        await record(tx, by, 'worry.reopened', { kind: 'worry', id: flagId });
        return;
    }
  });
}

/** Who looked at what in an authority, newest first. */
export async function seeLog(by: Person, programme: Programme, page: number) {
  allow(by, 'safeguarding.see', programme);
  const rows = await newestLog(theStore().read, programme.authorityId, page, 51);
  return { lines: rows.slice(0, 50).map((row) => loggedLine(row, [])), more: rows.length > 50 };
}

/** What themes hold of the words stands again as everybody may read it now. */
async function showAgain(tx: Writer, programme: Programme, flag: Flag): Promise<void> {
  const { authorityId, id: programmeId } = programme;
  const place = placeOfFlag(flag);
  const now = await wordsAt(tx, authorityId, programmeId, place);
  if (!now || now.words.trim() === '') return;
  const instead = (await redactionsOf(tx, authorityId, programmeId)).filter(
    (one) =>
      one.sourceKind === place.kind && one.sourceId === place.id && one.question === place.question,
  );
  const words = instead.at(-1)?.words ?? now.words;
  await rewordCodings(tx, authorityId, place, words, hashOf(words));
}

const placeOfFlag = (flag: Flag): Place => ({
  kind: flag.sourceKind,
  id: flag.sourceId,
  question: flag.question,
});

async function found(tx: Writer, programme: Programme, flagId: string): Promise<Flag> {
  const flag = await flagById(tx, programme.authorityId, programme.id, flagId);
  if (!flag) throw new NotFound('case');
  return flag;
}

const look = (by: Person, flagId: string | null, what: string) => ({
  authorityId: by.authorityId,
  flagId,
  at: new Date(),
  by,
  what,
  words: '',
});
