import {
  answerFilesBefore,
  answerFilesKnown,
  deleteAnswerFile,
  dropStagedBefore,
} from '#db/answer-files.ts';
import { newId } from '#db/ids.ts';
import { theStore } from '#db/store.server.ts';
import { dropUnknown, dropWaiting } from './waiting-files.server.ts';

const HOUR = 3_600_000;

/**
 * Keeps the promise of the page where files are chosen: a file that nobody goes on with is deleted
 * after a day. Clears away what an import left that was cut off. Run at start and once a day.
 */
export async function forgetWaitingFiles(now: Date): Promise<void> {
  const store = theStore();
  const old = await answerFilesBefore(store.read, new Date(now.getTime() - 24 * HOUR));
  for (const { id, authorityId } of old) {
    await dropWaiting(authorityId, id);
    await store.write(null, (tx) => deleteAnswerFile(tx, authorityId, id));
  }
  const longAgo = newId(new Date(now.getTime() - 48 * HOUR));
  await dropUnknown(await answerFilesKnown(store.read), longAgo);
  const cut = newId(new Date(now.getTime() - 6 * HOUR));
  await store.write(null, (tx) => dropStagedBefore(tx, cut));
}
