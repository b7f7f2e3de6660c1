import type { Comment } from './comments.ts';
import { sourceKey } from './comments.ts';

/**
 * Words with what coding has made of them: `new` was not read yet, `changed` says something else than
 * when it was read, `read` is done, whether a theme was found or not.
 */
export interface CodedComment extends Comment {
  key: string;
  digest: string;
  themes: string[];
  state: 'new' | 'read' | 'changed';
}

interface Kept {
  sourceKind: string;
  sourceId: string;
  question: string;
  digest: string;
}

const keyOf = (one: Omit<Kept, 'digest'>) => `${one.sourceKind}:${one.sourceId}:${one.question}`;

/** Comments beside their codings and readings. Words that were gathered count as read. */
export function codedComments(
  comments: readonly (Comment & { digest: string })[],
  codings: readonly (Kept & { themeId: string })[],
  readings: readonly Kept[],
): CodedComment[] {
  const themes = new Map<string, string[]>();
  const digests = new Map<string, Set<string>>();
  const saw = (one: Kept) => {
    const key = keyOf(one);
    digests.set(key, (digests.get(key) ?? new Set()).add(one.digest));
    return key;
  };
  for (const one of codings) {
    const key = saw(one);
    themes.set(key, [...(themes.get(key) ?? []), one.themeId]);
  }
  for (const one of readings) saw(one);
  return comments.map((comment) => {
    const key = sourceKey(comment.source);
    const seen = digests.get(key);
    const state = seen === undefined ? 'new' : seen.has(comment.digest) ? 'read' : 'changed';
    return { ...comment, key, themes: themes.get(key) ?? [], state };
  });
}

export interface CodingProgress {
  all: number;
  read: number;
  /** Read, and under one theme at least. */
  themed: number;
  changed: number;
}

export function progressOf(comments: readonly CodedComment[]): CodingProgress {
  const read = comments.filter(({ state }) => state === 'read');
  return {
    all: comments.length,
    read: read.length,
    themed: read.filter(({ themes }) => themes.length > 0).length,
    changed: comments.filter(({ state }) => state === 'changed').length,
  };
}

/** "143 of 412 comments coded (35%)". All is said only when nothing is left. */
export function sayProgress({ all, read }: CodingProgress): string {
  if (all === 0) return 'Nobody has written or said anything yet.';
  const share = read === all ? 100 : Math.min(99, Math.round((read / all) * 100));
  return `${read.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} comments coded (${share}%).`;
}

/** The next comment to be coded after the one with this key, from the start again at the end. */
export function nextToCode(
  comments: readonly CodedComment[],
  after: string,
): CodedComment | undefined {
  const at = comments.findIndex(({ key }) => key === after);
  const onward = [...comments.slice(at + 1), ...comments.slice(0, at + 1)];
  return onward.find(({ state, key }) => state !== 'read' && key !== after);
}
