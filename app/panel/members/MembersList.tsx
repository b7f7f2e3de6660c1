import { links } from '#app/http/links.ts';
import type { Answer } from '#app/people/can.ts';
import { ButtonLink } from '#app/ui/Form.tsx';
import { Breadcrumbs, Heading } from '#app/ui/Page.tsx';
import { Pages } from '#app/ui/Pages.tsx';
import { Table } from '#app/ui/Table.tsx';
import { many, sayShortDay } from '#app/ui/words.ts';
import { AGE_BANDS, CARES_AS, KIND_NAMES, labelIn, type Kind } from '../member-lists.ts';
import { SHOW_NAMES, SHOWS, SORTS, type ListedMember, type MemberSearch } from './list-members.ts';

interface Props {
  programmeId: string;
  search: MemberSearch;
  members: readonly ListedMember[];
  found: number;
  here: Readonly<Record<Kind, number>>;
  left: number;
  page: number;
  pages: number;
  mayManage: Answer;
}

const SORT_NAMES: Readonly<Record<(typeof SORTS)[number], string>> = {
  name: 'Name',
  joined: 'Joined last',
  ends: 'Term ends first',
  area: 'Where they live',
};

/** Everybody on the panel: search, filters and order stand in the address. */
export function MembersList(props: Props) {
  const { programmeId, here, left, mayManage, search } = props;
  return (
    <>
      <Breadcrumbs trail={[{ href: links.panel(programmeId), words: 'Panel' }]} />
      <Heading>Members of the panel</Heading>
      <p className="govuk-body">
        {many(here['parent-or-carer'], 'parent or carer', 'parents and carers')},{' '}
        {many(here.practitioner, 'practitioner')}
        {left > 0 ? `; ${left} left` : ''}. Practitioners are counted apart everywhere.
      </p>
      {mayManage.yes ? (
        <div className="govuk-button-group">
          <ButtonLink href={links.newMember(programmeId)}>Add a member</ButtonLink>
          <ButtonLink href={links.importMembers(programmeId)} secondary>
            Bring members in from a file
          </ButtonLink>
          <a className="govuk-link" href={links.exportMembers(programmeId)}>
            Take the list away
          </a>
        </div>
      ) : (
        <p className="govuk-body tl-reason">{mayManage.reason}</p>
      )}
      <Search search={search} programmeId={programmeId} />
      <Found {...props} />
      <Pages
        page={props.page}
        pages={props.pages}
        href={(page) => address(programmeId, search, page)}
      />
    </>
  );
}

function address(programmeId: string, search: MemberSearch, page: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  if (page > 0) query.set('page', String(page));
  return `${links.members(programmeId)}?${query.toString()}`;
}

function Search({ search, programmeId }: { search: MemberSearch; programmeId: string }) {
  return (
    <form className="tl-search" method="get" action={links.members(programmeId)}>
      {search.value === '' ? null : (
        <>
          <input type="hidden" name="about" value={search.about} />
          <input type="hidden" name="value" value={search.value} />
        </>
      )}
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="words">
          Name or place
        </label>
        <input
          className="govuk-input govuk-input--width-20"
          id="words"
          name="words"
          type="search"
          defaultValue={search.words}
        />
      </div>
      <Choose name="show" label="Show" value={search.show} options={SHOWS} names={SHOW_NAMES} />
      <Choose name="sort" label="Order" value={search.sort} options={SORTS} names={SORT_NAMES} />
      <button type="submit" className="govuk-button govuk-button--secondary">
        Show these
      </button>
    </form>
  );
}

function Choose<Value extends string>(props: {
  name: string;
  label: string;
  value: Value;
  options: readonly Value[];
  names: Readonly<Record<Value, string>>;
}) {
  return (
    <div className="govuk-form-group">
      <label className="govuk-label" htmlFor={props.name}>
        {props.label}
      </label>
      <select className="govuk-select" id={props.name} name={props.name} defaultValue={props.value}>
        {props.options.map((option) => (
          <option key={option} value={option}>
            {props.names[option]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Found({ programmeId, members, found, search }: Props) {
  return (
    <Table
      caption={`${SHOW_NAMES[search.show]} (${found.toLocaleString('en-GB')})`}
      rows={members}
      rowKey={({ id }) => id}
      empty={
        <p className="govuk-body">
          {search.words === '' && search.value === '' && search.show === 'here'
            ? 'Nobody is on the panel yet. Open a call, or add the parents and carers who said that they would like to help.'
            : 'Nobody is like that. Search for less, or show everybody.'}
        </p>
      }
      columns={[
        {
          header: 'Name',
          rowHeader: true,
          cell: ({ id, name }) => (
            <a className="govuk-link" href={links.member(programmeId, id)}>
              {name}
            </a>
          ),
        },
        { header: 'On the panel as', cell: ({ kind }) => KIND_NAMES[kind] },
        {
          header: 'Looks after children as',
          cell: ({ about }) => labelIn(CARES_AS, about['caresAs']),
        },
        {
          header: 'Age',
          cell: ({ about }) => (
            <span className="tl-nowrap">{labelIn(AGE_BANDS, about['ageBand'])}</span>
          ),
        },
        { header: 'Lives in', cell: ({ about }) => about['area'] ?? '–' },
        {
          header: 'On the panel',
          cell: ({ joinedOn, leftOn, endsOn }) =>
            leftOn === null
              ? `since ${sayShortDay(joinedOn)}${endsOn ? `, term until ${sayShortDay(endsOn)}` : ''}`
              : `${sayShortDay(joinedOn)} to ${sayShortDay(leftOn)}`,
        },
        {
          header: 'Terms agreed',
          cell: ({ agreed }) => (agreed === null ? '–' : agreed ? '✓ Yes' : 'Not yet'),
        },
      ]}
    />
  );
}
