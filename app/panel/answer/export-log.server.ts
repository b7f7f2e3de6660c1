import { stepsOf } from '#db/answers-back.ts';
import { authorityById, record, type Doer, type Programme } from '#db/people.ts';
import { placesUnder } from '#db/places-under.ts';
import { linesOf } from '#db/plan-lines.ts';
import { theStore } from '#db/store.server.ts';
import { gatheredUnder, themesOf } from '#db/themes.ts';
import { tiesInto } from '#db/thread.ts';
import { renderDocx } from '#app/documents/docx.server.ts';
import { renderHtml } from '#app/documents/html.server.tsx';
import { renderPdf } from '#app/documents/pdf.server.ts';
import { NotFound } from '#app/people/errors.ts';
import { sayVoices, voicesIn } from '#app/survey/voices.ts';
import { isOverdue, replyStatusOf } from '../reply.ts';
import { logCsv, logDocument, type AnswersLog, type LogFormat } from './log.ts';
import { themesToAnswer } from './read-signals.server.ts';
import { toldBefore } from './steps.ts';

/** Everything that families said in a programme and what became of it, drafts and gaps included. */
export async function readLog(programme: Programme, madeOn: string): Promise<AnswersLog> {
  const { read } = theStore();
  const { authorityId, id } = programme;
  const authority = await authorityById(read, authorityId);
  if (!authority) throw new NotFound('authority');
  const rows = await themesOf(read, authorityId, id);
  const themeIds = rows.map(({ theme }) => theme.id);
  const replyIds = rows.flatMap(({ reply }) => (reply ? [reply.id] : []));
  const said = await gatheredUnder(read, authorityId, themeIds);
  const places = await placesUnder(read, authorityId, themeIds);
  const steps = await stepsOf(read, authorityId, replyIds);
  const ties = await tiesInto(read, authorityId, 'reply', replyIds);
  const lines = new Map((await linesOf(read, authorityId, id)).map((line) => [line.id, line]));
  const { themes: waiting, daysToAnswer } = await themesToAnswer(programme);
  const { name, colour, isDemonstration } = authority;
  return {
    authority: { name, colour, isDemonstration },
    programme: programme.title,
    madeOn,
    daysToAnswer,
    themes: rows.map(({ theme, reply }) => ({
      theme: theme.name,
      voices: sayVoices(voicesIn(said.filter(({ themeId }) => themeId === theme.id))),
      places: [
        ...new Set(places.filter((one) => one.themeId === theme.id).map(({ place }) => place)),
      ],
      since: waiting.find((one) => one.id === theme.id)?.since ?? null,
      answeredOn: waiting.find((one) => one.id === theme.id)?.answeredOn ?? null,
      reply: reply && {
        status: replyStatusOf(reply.status),
        isPublic: reply.publishedAt !== null,
        overdue: isOverdue(reply, madeOn),
        youSaid: reply.youSaid,
        words: reply.words,
        because: reply.because,
        owner: reply.owner,
        dueOn: reply.dueOn,
        inPlan: ties.flatMap((tie) =>
          tie.toId === reply.id && tie.fromKind === 'plan-line'
            ? [lines.get(tie.fromId)?.title ?? tie.wordsThen]
            : [],
        ),
      },
      before: toldBefore(steps.filter(({ replyId }) => replyId === reply?.id)),
    })),
  };
}

const TYPES: Readonly<Record<LogFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/** The log in a format: the same words in each. */
export async function printLog(
  log: AnswersLog,
  format: LogFormat,
): Promise<{ fileName: string; type: string; body: Uint8Array<ArrayBuffer> }> {
  const fileName = `you-said-we-did-${log.madeOn}.${format}`;
  return { fileName, type: TYPES[format], body: new Uint8Array(await bodyOf(log, format)) };
}

async function bodyOf(log: AnswersLog, format: LogFormat): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return renderDocx(logDocument(log));
    case 'pdf':
      return renderPdf(logDocument(log), new Date(`${log.madeOn}T12:00:00Z`));
    case 'html':
      return Buffer.from(renderHtml(logDocument(log)), 'utf8');
    case 'csv':
      return Buffer.from(logCsv(log), 'utf8');
  }
}

/** One row in the audit trail: also for the command line, where nobody is signed in. */
export async function recordLogTaken(
  by: Doer,
  programmeId: string,
  format: LogFormat,
): Promise<void> {
  await theStore().write(null, (tx) =>
    record(tx, by, 'answers-back.exported', { kind: 'programme', id: programmeId }, { format }),
  );
}
