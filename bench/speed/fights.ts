import type { Setup } from '@anchorhold/engine';
import type { Report } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { FIGHT_SECONDS, fightSecond, longFight } from './fight.ts';
import { speedOf } from './measure.ts';

/** The fights that are measured: the scenario, how long its first shot may take, and what must have happened in the span. */
const FIGHTS = [
  { name: '40 against 40', text: longFight(40), within: 600, shots: 3 * FIGHT_SECONDS, able: 60, large: true },
  { name: 'farm-at-night', text: scenarioText('farm-at-night'), within: 39_600, shots: 1, able: 1, large: false },
];
/** What a second of the large fight may take, in raw updates, and how much more with hidden edges than without. */
const SECOND = { floor: { max: 300_000 }, target: { max: 60_000 } };
const TRACED = { max: 1.4 };

/** A second of a fight, with hidden edges and without. */
export function measureFights(report: Report): void {
  const seeds = report.quick ? 3 : 9;
  for (const { name, text, within, shots, able, large } of FIGHTS) {
    const setup = setupOf(text, name);
    const traced: number[] = [];
    const plain: number[] = [];
    // The first two are not counted: they are lived while the rules are still being compiled.
    for (let seed = -1; seed <= seeds; seed++) {
      report.progress(`${name}: ${seed < 1 ? 'warming up' : `seed ${seed} of ${seeds}`}`);
      const one = measured(setup, Math.abs(seed), true, within, shots, able);
      const other = measured(setup, Math.abs(seed), false, within, shots, able);
      if (seed < 1) continue;
      traced.push(one);
      plain.push(other);
    }
    const limits = large ? SECOND : {};
    report.add({
      claim: 'a second of a fight, everything recorded',
      scenario: name,
      ...speedOf(traced),
      unit: 'raw updates',
      ...limits,
    });
    report.add({
      claim: 'the same second without hidden edges',
      scenario: name,
      ...speedOf(plain),
      unit: 'raw updates',
    });
    report.add({
      claim: 'time with hidden edges against time without',
      scenario: name,
      ...speedOf(traced.map((cost, i) => cost / plain[i]!)),
      unit: 'times',
      ...(large ? { floor: TRACED } : {}),
    });
  }
}

function measured(setup: Setup, seed: number, trace: boolean, within: number, shots: number, able: number): number {
  const found = fightSecond(setup, seed, trace, within);
  if (found.shots < shots || found.able < able || found.events < found.shots) {
    const seen = `${found.shots} shots, ${found.events} events, ${found.able} able at its end`;
    throw new Error(`seed ${seed}: no fight worth measuring (${seen}; ${shots} shots and ${able} able were expected)`);
  }
  return found.cost;
}
