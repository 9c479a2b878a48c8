/**
 * The recorded log: everything that entered a world from outside. A run is (ruleset, scenario, seed, log), so what was
 * played live replays.
 */
export interface LogEntry {
  /** When it takes effect: seconds after d1 00:00. */
  readonly at: number;
  /** Id of the command: `withhold` and `re-roll` belong to the kernel, the rest to systems. */
  readonly command: string;
  /** The command's value in plain data, as its shape lets it through. */
  readonly value: unknown;
}

/** An event that is withheld: nothing of this kind with these roles is committed from one moment to another. */
export interface Mute {
  readonly kind: string;
  /** Key of kind and roles, two words. */
  readonly lo: number;
  readonly hi: number;
  readonly from: number;
  readonly to: number;
}

/** For how long the like of a withheld event may not recur, by the grain at which it came (see the chronicle's grain). */
export const MUTE_SCOPE_SECONDS: readonly number[] = [86_400, 60, 3_600, 86_400];

/** The entry that withholds. It must stand in the log before `mute.from` is lived. */
export function withhold(mute: Mute): LogEntry {
  return { at: mute.from, command: 'withhold', value: mute };
}

/** The entry that draws all luck anew from a moment on. `salt` names which luck; never 0. */
export function reroll(at: number, salt: number): LogEntry {
  return { at, command: 're-roll', value: { salt } };
}

export function mutesOf(log: readonly LogEntry[]): readonly Mute[] {
  return log.filter((entry) => entry.command === 'withhold').map((entry) => entry.value as Mute);
}

/** The salt that holds at a moment: that of the last re-roll until then, or 0. */
export function saltAt(log: readonly LogEntry[], time: number): number {
  let salt = 0;
  for (const entry of log) {
    if (entry.command === 're-roll' && entry.at <= time) salt = (entry.value as { salt: number }).salt;
  }
  return salt;
}
