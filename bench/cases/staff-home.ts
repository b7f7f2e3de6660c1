import { links } from '#app/http/links.ts';
import { staffPage } from '../staff-pages.ts';

export default staffPage({
  id: 'staff-home',
  what: 'How long the home page of a whole programme takes, from asking to the last byte.',
  goal: 1 / 20,
  path: ({ programme }) => links.programme(programme.id),
});
