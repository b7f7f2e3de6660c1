import { links } from '#app/http/links.ts';

/** Where a link to sign in with leads: what it was sent for, otherwise the member's own page. */
export function pageOf(about: { kind: string; id: string } | null): string {
  return about?.kind === 'consultation' ? links.memberConsultation(about.id) : links.memberHome();
}
