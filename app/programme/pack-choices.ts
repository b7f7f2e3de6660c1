import type { Pack } from '#app/plan/coverage/packs.ts';

/** The requirement packs as choices for a programme: what each is called and when it applies. */
export function packChoices(packs: readonly Pack[]): { id: string; title: string; when: string }[] {
  return packs.map(({ id, title, publisher, statusNote }) => ({
    id,
    title,
    when: `${publisher}. ${statusNote}`,
  }));
}
