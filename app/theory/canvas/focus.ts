/** How long something is waited for that is not there yet, such as fields still being fetched. */
const MOST_FRAMES = 300;

/**
 * Puts the focus on the first of these that is there once the page is drawn; on none when the focus
 * has gone elsewhere meanwhile.
 */
export function focusSoon(...ids: readonly string[]): void {
  const before = document.activeElement;
  let frames = 0;
  const look = () => {
    frames += 1;
    const found = ids.map((id) => document.getElementById(id)).find((each) => each !== null);
    const now = document.activeElement;
    if (frames > 1 && found) found.focus();
    else if (frames < 3 || (frames < MOST_FRAMES && (now === before || now === document.body)))
      requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
