import { fileText } from '#app/survey/file-text.ts';

const MOST_BYTES = 1024 * 1024;

/** The items of a pack as they were sent: the file where one was chosen, else what was pasted. */
export async function itemsSent(form: {
  file?: File | undefined;
  items: string;
  fileName: string;
}): Promise<{ items: string; fileName: string; problem: string | null }> {
  const { file, items, fileName } = form;
  if (file === undefined || file.size === 0) return { items, fileName, problem: null };
  if (file.size > MOST_BYTES) {
    return { items, fileName, problem: 'The file must be 1 MB or smaller' };
  }
  const read = fileText(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return { items, fileName, problem: read.message };
  return { items: read.text, fileName: file.name.slice(0, 200), problem: null };
}
