import { links } from '#app/http/links.ts';
import { SubNav } from '#app/plan/SubNav.tsx';

const PAGES = [
  { id: 'coverage', words: 'Requirements', href: (id: string) => links.coverage(id) },
  { id: 'hubs', words: 'Hubs and services', href: links.hubs },
  { id: 'duties', words: 'Legal duties', href: links.duties },
  { id: 'packs', words: 'Guidance packs', href: links.packs },
] as const;

/** The pages that hold the plan against guidance and law. */
export function CoverageNav(props: { programmeId: string; here: (typeof PAGES)[number]['id'] }) {
  return <SubNav label="Guidance and law" pages={PAGES} second {...props} />;
}
