/**
 * The recorded log: everything that entered a world from outside. A run is (ruleset, scenario, seed, log), so what was
 * played live replays.
 */
export interface LogEntry {
  /** When it takes effect: seconds after d1 00:00. */
  readonly at: number;
  /** Id of the command: those in `KERNEL_COMMANDS` belong to the kernel, the rest to systems. */
  readonly command: string;
  /** The command's value in plain data, as its shape lets it through. */
  readonly value: unknown;
}

/** What the log may hold without any system's knowing it. */
export const KERNEL_COMMANDS: readonly string[] = ['withhold', 'change', 'decree', 're-roll'];

/** An event that the author brings about: its kind, by stable name who stands in its roles, and its data. */
export interface Decree {
  readonly kind: string;
  /** Roles that may be empty can be left out. */
  readonly roles: Readonly<Record<string, string>>;
  /** Choices by their word, events by their number (0: none). */
  readonly data: Readonly<Record<string, number | string | boolean>>;
}

/** An event that is withheld: nothing of this kind with these roles is committed from one moment to another. */
export interface Mute {
  readonly kind: string;
  /** Key of kind and roles, two words. */
  readonly lo: number;
  readonly hi: number;
  readonly from: number;
  readonly to: number;
  /** What happens in its place where it would come in the second `from`. */
  readonly instead?: Decree;
}

/** Other luck for some draws only. */
export interface LuckApart {
  /** Names which luck, as for all of it; never 0. */
  readonly salt: number;
  /** Key of the person whose luck it is: those draws in which they are the one who acts. */
  readonly of?: string;
  /** A purpose such as `shooting/hit`, or a system: all purposes of its name. */
  readonly what?: string;
  /** The first second at which it holds no more, in seconds after d1 00:00. */
  readonly to?: number;
}

/** For how long the like of a withheld event may not recur, by the grain at which it came (see the chronicle's grain). */
export const MUTE_SCOPE_SECONDS: readonly number[] = [86_400, 60, 3_600, 86_400];

/** The entry that withholds. It must stand in the log before `mute.from` is lived. */
export function withhold(mute: Mute): LogEntry {
  return { at: mute.from, command: 'withhold', value: mute };
}

/**
 * The entry that changes an event: it is withheld, and where it would have come in the second `mute.from`, another happens
 * in its place. It must stand in the log before that second is lived.
 */
export function change(mute: Mute, instead: Decree): LogEntry {
  return { at: mute.from, command: 'change', value: { ...mute, instead } };
}

/** The entry by which an event happens, at the beginning of a second. It states no cause. */
export function decree(at: number, what: Decree): LogEntry {
  return { at, command: 'decree', value: what };
}

/** The entry that draws all luck anew from a moment on, or only some. `salt` names which luck; never 0. */
export function reroll(at: number, salt: number, only: Omit<LuckApart, 'salt'> = {}): LogEntry {
  return { at, command: 're-roll', value: { salt, ...only } };
}

export function mutesOf(log: readonly LogEntry[]): readonly Mute[] {
  return log.filter(({ command }) => command === 'withhold' || command === 'change').map(({ value }) => value as Mute);
}

/** The luck of a moment, by what the log says of it. */
export interface LuckThen {
  /** That of the last re-roll of all luck until then, or 0. */
  readonly salt: number;
  /** What holds for some draws only, in the order of the log. */
  readonly apart: readonly LuckApart[];
  /** The first moment at which one of these holds no more; Infinity where they last. */
  readonly until: number;
}

export function luckAt(log: readonly LogEntry[], time: number): LuckThen {
  let [salt, until] = [0, Infinity];
  const apart: LuckApart[] = [];
  for (const entry of log) {
    if (entry.command !== 're-roll' || entry.at > time) continue;
    const luck = entry.value as LuckApart;
    const { to = Infinity } = luck;
    if (luck.of === undefined && luck.what === undefined && luck.to === undefined) salt = luck.salt;
    else if (to > time) {
      apart.push(luck);
      until = Math.min(until, to);
    }
  }
  return { salt, apart, until };
}
