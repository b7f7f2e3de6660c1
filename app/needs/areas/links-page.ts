export interface ShownLink {
  code: string;
  name: string;
  relation: string;
  toCode: string;
  toName: string;
  change: string;
}

export interface LinksPage {
  links: ShownLink[];
  found: number;
  page: number;
  pages: number;
  search: string;
}

const LINKS_A_PAGE = 100;

/** One page of a lookup: searched by any code or name in it. */
export function linksPage(all: readonly ShownLink[], search: string, asked: number): LinksPage {
  const wanted = search.trim().toLowerCase();
  const found = all.filter(({ code, name, toCode, toName }) =>
    [code, name, toCode, toName].some((text) => text.toLowerCase().includes(wanted)),
  );
  const pages = Math.max(1, Math.ceil(found.length / LINKS_A_PAGE));
  const page = Math.min(Math.max(0, Math.floor(asked) || 0), pages - 1);
  return {
    links: found
      .slice(page * LINKS_A_PAGE, (page + 1) * LINKS_A_PAGE)
      .map(({ code, name, relation, toCode, toName, change }) => ({
        code,
        name,
        relation,
        toCode,
        toName,
        change,
      })),
    found: found.length,
    page,
    pages,
    search,
  };
}
