/** Puts the focus on the first of these that is there once the page is drawn. */
export function focusSoon(...ids: readonly string[]): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      const found = ids.map((id) => document.getElementById(id)).find((each) => each !== null);
      found?.focus();
    });
  });
}
