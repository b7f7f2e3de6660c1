import { links } from '#app/http/links.ts';
import { staffPage } from '../staff-pages.ts';

export default staffPage({
  id: 'staff-theory',
  what: 'How long the theory of change takes to open, as an outline.',
  goal: 1 / 20,
  path: ({ programme }) => links.theoryOutline(programme.id),
});
