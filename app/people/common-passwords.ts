/**
 * Stems of passwords that head every list of stolen ones, as far as they reach twelve characters once
 * something is put behind or before them. NCSC: refuse the most common ones, and ask for nothing strange.
 */
const STEMS: ReadonlySet<string> = new Set(
  `password passwort passphrase letmein letmeinplease welcome welcomeback welcometo changeme pleasechangeme
  iloveyou iloveyouso ilovemyself mypassword thepassword newpassword secretpassword secret topsecret
  qwerty qwertyui qwertyuiop qwertyuiopasdf asdfghjkl asdfghjklqwerty zxcvbnm qazwsx qazwsxedc qazwsxedcrfv
  abc abcdef abcdefgh abcdefghij abcdefghijkl admin administrator superuser supervisor root login guest user
  football baseball basketball cricket rugby monkey dragon shadow sunshine princess superman batman spiderman
  starwars pokemon pikachu chocolate butterfly flower liverpool liverpoolfc arsenal arsenalfc chelsea chelseafc
  everton tottenham rangers celtic manchester manchesterunited manchestercity newcastle westham astonvilla
  england london birmingham leeds sheffield bristol nottingham council countycouncil boroughcouncil
  familyhub familyhubs beststart throughline children childrenscentre surestart
  january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter christmas easter
  correcthorsebatterystaple trustno trustnoone whatever whateveryouwant nothing something forgotten
  computer internet microsoft windows office teams google facebook samsung apple iphone
  michael jennifer jessica charlie ashley daniel thomas jordan robert andrew matthew hannah sophie`
    .split(/\s+/)
    .filter(Boolean),
);

const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm'];

/**
 * Whether a password is one of those that are tried first: a common word with figures or signs about
 * it, something short said over and over, or a run of the alphabet, the figures or the keyboard.
 */
export function isCommonPassword(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase();
  return saidOver(folded) || isRun(folded) || isDressedStem(folded);
}

/** The same one to four characters, or the same stem, again and again. */
function saidOver(text: string): boolean {
  if (/^(.{1,4}?)\1+.{0,3}$/u.test(text)) return true;
  const twice = /^(.+?)\1+$/u.exec(text)?.[1];
  return twice !== undefined && isDressedStem(twice);
}

/** A run forwards or backwards, whatever follows it: abcdefghijkl, 987654321098, qwertyuiop12. */
function isRun(text: string): boolean {
  const bare = text.replace(/[^a-z0-9]/g, '');
  return RUNS.some((run) => {
    const backwards = [...run].reverse().join('');
    return [run, backwards].some((one) => longestStart(bare, one) >= 8);
  });
}

/** How many characters at the start of a text are a piece of the run. */
function longestStart(text: string, run: string): number {
  let length = 0;
  while (length < text.length && run.includes(text.slice(0, length + 1))) length += 1;
  return length;
}

/** A common stem with nothing but figures and signs before and behind it, letters put as signs or not. */
function isDressedStem(text: string): boolean {
  // The list is of English: words in other letters are not on it.
  if (/\p{L}/u.test(text.replace(/[a-z]/g, ''))) return false;
  const undressed = text.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const asLetters = [...text].map((letter) => LOOKS_LIKE[letter] ?? letter).join('');
  const alsoInside = asLetters.replace(/^[^a-z]+|[^a-z]+$/g, '');
  const headOnly = [...text.replace(/[^a-z]+$/g, '')]
    .map((letter) => LOOKS_LIKE[letter] ?? letter)
    .join('');
  return [undressed, alsoInside, headOnly]
    .map((one) => one.replace(/[^a-z]/g, ''))
    .some((one) => one.length < 3 || STEMS.has(one));
}
