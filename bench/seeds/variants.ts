/**
 * Variants of a scenario, made from its text, so that they follow it as it is rewritten. Each throws where the text
 * does not hold what it changes: a comparison of a scenario with itself would say nothing.
 */
export type Variant = (text: string) => string;

/** Whoever lies in wait is at an ordinary post instead: with the others. */
export const ordinaryPosts: Variant = (text) => replaced(text, /^contingencies:\n(?: .*\n|\n)*/m, '');
/** The same where it is said who has a post: those of the siege who lay hidden are posted at walls, with their squads. */
export const postedAtWalls: Variant = (text) =>
  Object.entries(POSTS).reduce((posted, [name, at]) => {
    const head = new RegExp(`^  ${name}:(?: #.*)?$`, 'm');
    return replaced(posted, head, `  ${name}:\n    at: ${at}`);
  }, ordinaryPosts(text));
const POSTS: Readonly<Record<string, string>> = {
  Xiomara: 'south wall',
  Bertrand: 'south wall',
  Oksana: 'south wall',
  Tariq: 'south wall',
  Petros: 'barn',
  Gwen: 'barn',
  Maeve: 'workshop',
  Vikram: 'workshop',
};
export const fullMoon: Variant = (text) => replaced(text, /\bhalf moon\b/g, 'full moon');
export const overcast: Variant = (text) => replaced(text, /\bhalf moon\b/g, 'overcast');
/** Whoever of the defenders carries a shotgun or a pistol has a rifle instead, and all of them ten rounds more. */
export const moreRifles: Variant = (text) =>
  withPeople(text, (people) =>
    people.map((entry) =>
      entry.some((line) => /^ {4}group:/.test(line))
        ? entry
        : entry.map((line) =>
            line
              .replace(/^( {4}gear: \[)(?:shotgun|pistol)\b/, '$1rifle')
              .replace(/^( {4}rounds: )(\d+)$/, (_, field: string, rounds: string) => `${field}${Number(rounds) + 10}`),
          ),
    ),
  );
export const moonless: Variant = (text) => replaced(text, /\bhalf moon\b/g, 'moonless');
export const foggy: Variant = (text) => replaced(text, /\bhalf moon\b/g, 'half moon, fog');
/** Everybody who is described shoots well. */
export const betterAim: Variant = (text) => replaced(text, /\baim: (?:poor|fair|good)\b/g, 'aim: fine');

/** What there is has to last for the whole winter from the first day on; or for a week, so that it is full rations for long. */
export const shortenedEarly: Variant = (text) => replaced(text, /\bcover: \d+d\b/, 'cover: 110d');
export const shortenedLate: Variant = (text) => replaced(text, /\bcover: \d+d\b/, 'cover: 7d');

/** Those who are besieged are afraid as it begins, or not. */
export const afraid: Variant = (text) => withDread(text, 'high');
export const unafraid: Variant = (text) => withDread(text, 'low');
/** They have slept little and watch the night through, or have slept as they should and watch for two hours; as many watch at once. */
export const sleepless: Variant = (text) => withSleep(text, 2, 8);
export const rested: Variant = (text) => withSleep(text, 8, 2);

function withSleep(text: string, sleep: number, watch: number): string {
  const slept = replaced(text, /^ {2}sleep: \d+$/m, `  sleep: ${sleep}`);
  return replaced(slept, /^ {4}home: .+$/m, `$&\n    routine: { watch hours: ${watch} }`);
}

function withDread(text: string, level: string): string {
  return withPeople(text, (people) =>
    people.map((entry) =>
      entry.some((line) => /^ {4}(?:group|dread):/.test(line)) ? entry : [...entry, `    dread: ${level}`],
    ),
  );
}

/** Everybody is shown under another name; the keys stay. */
export const renamed: Variant = (text) => {
  let shown = 0;
  return withPeople(text, (people) =>
    people.map(([head, ...rest]) => [head!, `    name: Somebody ${++shown}`, ...rest]),
  );
};
/** The people stand in the file the other way round. */
export const reordered: Variant = (text) => withPeople(text, (people) => people.toReversed());

function replaced(text: string, what: RegExp, by: string): string {
  const after = text.replace(what, by);
  if (after === text) throw new Error(`the scenario's text holds nothing like ${String(what)}`);
  return after;
}

/** Change the entries of `people:`, each as its lines, the first with the key. */
function withPeople(text: string, change: (people: string[][]) => string[][]): string {
  const lines = text.split('\n');
  const from = lines.indexOf('people:') + 1;
  if (from === 0) throw new Error("the scenario's text has no people");
  const until = lines.findIndex((line, i) => i >= from && /^\S/.test(line));
  const people: string[][] = [];
  for (const line of lines.slice(from, until < 0 ? lines.length : until)) {
    if (/^ {2}[^\s#]/.test(line)) people.push([line]);
    else people.at(-1)?.push(line);
  }
  const closed = people.map((entry) => entry.filter((line) => !/^\s*(?:#.*)?$/.test(line)));
  return [...lines.slice(0, from), ...change(closed).flat(), '', ...(until < 0 ? [] : lines.slice(until))].join('\n');
}
