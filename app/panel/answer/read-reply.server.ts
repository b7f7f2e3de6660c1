import { noticesOf, stepsOf, textsOf } from '#db/answers-back.ts';
import { peopleOf, type Programme } from '#db/people.ts';
import { placesUnder, type PlaceUnder } from '#db/places-under.ts';
import { linesOf } from '#db/plan-lines.ts';
import { replyTo } from '#db/replies.ts';
import { theStore } from '#db/store.server.ts';
import { dislikedWordsOf } from '#db/survey-edits.ts';
import { gatheredUnder, themeById } from '#db/themes.ts';
import { tiesInto } from '#db/thread.ts';
import { NotFound } from '#app/people/errors.ts';
import { LANGUAGES } from '#app/survey/languages/languages.ts';
import { sayVoices, voicesIn } from '#app/survey/voices.ts';
import { councilJargon } from '#templates/words/index.ts';
import { checkPaper } from '../meetings/paper-check.ts';
import { answerState, REPLY_NAMES, replyStatusOf, type AnswerState } from '../reply.ts';
import { digestOfEnglish } from './translate-reply.server.ts';

export interface ReplyToWrite {
  theme: { id: string; name: string; definition: string };
  state: AnswerState;
  reply: {
    youSaid: string;
    status: string;
    words: string;
    because: string;
    owner: string;
    dueOn: string | null;
    planLineId: string;
    version: number;
  };
  lines: { id: string; title: string }[];
  /** What it rests on: how many, and where they said it. */
  voices: string;
  places: { kind: PlaceUnder['kind']; place: string }[];
  /** What it said so far, latest first, with who wrote it. */
  steps: { id: string; what: string; words: string; isPublic: boolean; at: Date; by: string }[];
  check: { notes: string[]; age: number | null; words: number } | null;
  languages: { code: string; name: string; written: 'yes' | 'old' | 'no' }[];
  notices: { queued: number; sent: number };
}

/** The answer to a theme as staff write it, with what it rests on and what it said before. */
export async function readReply(programme: Programme, themeId: string): Promise<ReplyToWrite> {
  const { read } = theStore();
  const { authorityId, id: programmeId } = programme;
  const theme = await themeById(read, authorityId, programmeId, themeId);
  if (!theme) throw new NotFound('theme');
  const reply = await replyTo(read, authorityId, theme.id);
  const ids = reply ? [reply.id] : [];
  const ties = reply ? await tiesInto(read, authorityId, 'reply', ids) : [];
  const names = new Map((await peopleOf(read, authorityId)).map(({ id, name }) => [id, name]));
  const texts = new Map(
    (await textsOf(read, authorityId, ids)).map(({ language, ofDigest }) => [language, ofDigest]),
  );
  const english = reply && digestOfEnglish(reply);
  const disliked = await dislikedWordsOf(read, authorityId);
  return {
    theme: { id: theme.id, name: theme.name, definition: theme.definition },
    state: answerState(reply),
    reply: {
      youSaid: reply?.youSaid ?? '',
      status: reply?.status ?? '',
      words: reply?.words ?? '',
      because: reply?.because ?? '',
      owner: reply?.owner ?? '',
      dueOn: reply?.dueOn ?? null,
      planLineId: ties.find((tie) => tie.fromKind === 'plan-line')?.fromId ?? '',
      version: reply?.version ?? 0,
    },
    lines: (await linesOf(read, authorityId, programmeId)).map(({ id, title }) => ({ id, title })),
    voices: sayVoices(voicesIn(await gatheredUnder(read, authorityId, [theme.id]))),
    places: (await placesUnder(read, authorityId, [theme.id])).map(({ kind, place }) => ({
      kind,
      place,
    })),
    steps: (await stepsOf(read, authorityId, ids))
      .map(({ id, status, words, isPublic, at, by }) => ({
        id,
        what: REPLY_NAMES[replyStatusOf(status)],
        words,
        isPublic,
        at,
        by: names.get(by) ?? 'Somebody who has left',
      }))
      .reverse(),
    check: reply
      ? checkPaper([reply.youSaid, reply.words, reply.because], {
          jargon: councilJargon.words,
          disliked,
        })
      : null,
    languages: LANGUAGES.filter(({ code }) => code !== 'en').map(({ code, name }) => {
      const of = texts.get(code);
      return { code, name, written: of === undefined ? 'no' : of === english ? 'yes' : 'old' };
    }),
    notices: reply ? await noticesOf(read, authorityId, reply.id) : { queued: 0, sent: 0 },
  };
}
