import { named, type PersonHere } from './here.ts';

/** Says on a page without script who else has this box or link open, as it was when it was loaded. */
export function AlsoOpen({ what, people }: { what: string; people: readonly PersonHere[] }) {
  if (people.length === 0) return null;
  const typing = people.some((person) => person.typing.length > 0);
  return (
    <div className="govuk-inset-text">
      {named(people.map(({ name }) => name))} {people.length === 1 ? 'has' : 'have'} {what} open too
      {typing ? ', and is typing' : ''}. You can change it: if you both change the same words, you
      choose which stay.
    </div>
  );
}
