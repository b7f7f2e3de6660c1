import { gunzipSync, gzipSync } from 'node:zlib';

/** The largest file of answers that the pages take: it goes back and forth in a form's hidden field. */
export const LARGEST_ANSWER_FILE = 5 * 1024 * 1024;

/**
 * The bytes of a file as text for a hidden field. Between the steps of an import the file stays with
 * the person who brings it: nothing of it is stored here until they confirm.
 */
export function packFile(bytes: Uint8Array): string {
  return gzipSync(bytes).toString('base64');
}

/** The bytes again; undefined when the text was altered or would unpack to more than was allowed. */
export function unpackFile(packed: string): Uint8Array | undefined {
  try {
    const bytes = gunzipSync(Buffer.from(packed, 'base64'), {
      maxOutputLength: LARGEST_ANSWER_FILE,
    });
    return new Uint8Array(bytes);
  } catch {
    return undefined;
  }
}
