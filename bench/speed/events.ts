import { advance, causeEvent, createWorld, enabled, reason, ruleset } from '@anchorhold/engine';
import type { Cause, World } from '@anchorhold/engine';
import type { Report } from '../report.ts';
import { scenarioText, setupOf } from '../scenario.ts';
import { longFight } from './fight.ts';
import { rawUpdatesOf, speedOf } from './measure.ts';

/** Events recorded in one sample: within a chunk of the chronicle, and across chunks. Words of each: 3 roles and 2 data. */
const FEW = 400;
const MANY = 5_000;
const WARM_UP = 100;
const WORDS = 5;
const TIME = { floor: { max: 30 }, target: { max: 10 } };
const BYTES = { floor: { max: 64 }, target: { max: 40 } };
/** Bytes of hidden edges for each event: about 30, and not more than half as many again. */
const HIDDEN_BYTES = { floor: { max: 45 }, target: { max: 30 } };

/** Recording an event with its stated causes, and what the log of hidden edges takes beside it. */
export function measureEvents(report: Report): void {
  const what = 'recording an event, 3 roles, 2 data, 2 causes';
  for (const [events, claim, limits] of [
    [FEW, what, TIME],
    // Here what is measured is mostly the first touch of fresh memory, which says more of the machine than of the code.
    [MANY, `${what}, fresh memory included`, {}],
  ] as const) {
    report.progress(`recording ${events} events at a time`);
    const { chronicle } = createWorld(ruleset, setupOf(scenarioText('farm-at-night'), 'farm-at-night'));
    const [first, bytes] = [chronicle.length + 1, chronicle.bytes];
    const append = appender(chronicle);
    const samples = [];
    const count = report.quick ? 101 : 301;
    for (let i = -WARM_UP; i < count; i++) {
      const cost = rawUpdatesOf(() => append(events)) / events;
      if (i >= 0) samples.push(cost);
    }
    const scenario = `${events} in a row`;
    readBack(chronicle, first, first - 1 + (count + WARM_UP) * events);
    report.add({ claim, scenario, ...speedOf(samples), unit: 'raw updates', ...limits });
    const each = (chronicle.bytes - bytes) / (chronicle.length - first + 1);
    if (limits === TIME) report.add({ claim: 'bytes of that event', scenario, value: each, unit: 'bytes', ...BYTES });
  }
  for (const [name, text, seconds] of [
    ['40 against 40', longFight(40), 1_200],
    ['farm-at-night', scenarioText('farm-at-night'), 39_600],
  ] as const) {
    report.progress(`hidden edges of ${name}`);
    const setup = setupOf(text, name);
    const bytes = [];
    for (let seed = 1; seed <= (report.quick ? 5 : 21); seed++) {
      const world = createWorld(ruleset, setup, { seed, trace: true });
      advance(world, world.time + seconds);
      bytes.push(world.trace.size().bytes / world.chronicle.length);
    }
    report.add({
      claim: 'bytes of hidden edges an event',
      scenario: name,
      ...speedOf(bytes),
      unit: 'bytes',
      ...HIDDEN_BYTES,
    });
  }
}

/** Records so many further events, each because of the two before it. */
function appender(chronicle: World['chronicle']): (events: number) => void {
  const words = new Int32Array(WORDS);
  const because: Cause[] = [0, 0];
  return (events) => {
    const first = chronicle.length + 1;
    for (let next = first; next < first + events; next++) {
      words[0] = next & 63;
      words[1] = next & 31;
      words[2] = next & 15;
      words[3] = next;
      words[4] = -next;
      because[0] = reason(next - 1);
      because[1] = enabled(next - 2);
      chronicle.append(next, next & 127, words, WORDS, because, 1);
    }
  };
}

function readBack(chronicle: World['chronicle'], first: number, last: number): void {
  if (chronicle.length !== last) throw new Error(`${chronicle.length} events were kept, not ${last}`);
  for (let id = first; id <= last; id += 997) {
    const words = [0, 1, 2, 3, 4].map((n) => chronicle.word(id, n));
    const causes = chronicle.causesOf(id, WORDS).map(causeEvent);
    const found = [chronicle.time(id), chronicle.kind(id), chronicle.grain(id), ...words, ...causes].join();
    const wanted = [id, id & 127, 1, id & 63, id & 31, id & 15, id, -id, id - 1, id - 2].join();
    if (found !== wanted) throw new Error(`event ${id} reads back as ${found}; ${wanted} was recorded`);
  }
}
