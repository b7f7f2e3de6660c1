/** Where a programme stands; every page of it stands below. */
export const programme = (id: string) => `/programmes/${id}`;

/** What is asked for after the question mark; what is empty is left out. */
export function asQuery(asked: Readonly<Record<string, string>>): string {
  const given = Object.entries(asked).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}
