import { links } from '#app/http/links.ts';
import { staffPage } from '../staff-pages.ts';

export default staffPage({
  id: 'staff-plan',
  what: 'How long the plan of a whole programme takes, from asking to the last byte.',
  goal: 1 / 20,
  path: ({ programme }) => links.plan(programme.id),
});
