import { z } from 'zod';
import type { ShareOf } from './crosstab.ts';
import type { Wanted } from './fit.ts';

/** What an address asks for: the questions, the filter as "question=answer", and what shares are of. */
const Query = z.object({
  row: z.string().max(64).catch(''),
  by: z.string().max(64).catch(''),
  filter: z.string().max(300).catch(''),
  share: z.enum(['columns', 'rows']).catch('columns'),
});

export type Asked = Wanted & { share: ShareOf };

export function askedFrom(query: URLSearchParams): Asked {
  const { row, by, filter, share } = Query.parse(Object.fromEntries(query));
  const at = filter.indexOf('=');
  return {
    row,
    by,
    share,
    filter: at < 1 ? null : { name: filter.slice(0, at), value: filter.slice(at + 1) },
  };
}

export const filterText = ({ filter }: Pick<Asked, 'filter'>): string =>
  filter ? `${filter.name}=${filter.value}` : '';

/** The same as the query of an address, without what is as usual. */
export function queryOf(asked: Asked): string {
  const query = new URLSearchParams({ row: asked.row, by: asked.by });
  if (asked.filter) query.set('filter', filterText(asked));
  if (asked.share === 'rows') query.set('share', 'rows');
  return query.toString();
}
