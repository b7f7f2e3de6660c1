/** A version of the plan as far as it was published. */
export interface PublishedVersion {
  id: string;
  number: number;
  name: string;
  publishedAt: Date | null;
  withdrawnAt: Date | null;
  code: string | null;
}

/** What stands at the public address of a plan now. */
export interface WhatIsRead<V> {
  /** What was published last: it is what everybody reads, or what the address says was taken down. */
  newest: V;
  isDown: boolean;
  /** Other versions that can be read by whoever has the address of that version. */
  besides: V[];
}

/** Null where nothing was ever published. An older version never takes the place of the newest by itself. */
export function whatIsRead<V extends PublishedVersion>(
  versions: readonly V[],
): WhatIsRead<V> | null {
  const when = ({ publishedAt }: V) => publishedAt?.getTime() ?? 0;
  const [newest, ...rest] = versions
    .filter(({ publishedAt }) => publishedAt !== null)
    .sort((a, b) => when(b) - when(a));
  if (newest === undefined) return null;
  return {
    newest,
    isDown: newest.withdrawnAt !== null,
    besides: rest.filter(({ withdrawnAt }) => withdrawnAt === null),
  };
}
