import { readFileSync } from 'node:fs';
import { advance, checkSetup, createWorld, eventsOf, lasts, ruleset } from '@anchorhold/engine';
import { formatClock, formatRemark, readScenario } from '@anchorhold/scenario';
import { eventSayer } from '@anchorhold/story';

// A scenario is text. Whatever is wrong with it comes back as remarks, each with its place in the file.
const file = 'scenarios/farm-at-night.yaml';
const { setup, remarks, locate } = readScenario(readFileSync(file, 'utf8'), { file, parts: ruleset.sections });
const found = setup === null ? remarks : [...remarks, ...locate(checkSetup(ruleset, setup))];
for (const remark of found) console.error(formatRemark(remark));
if (setup === null || found.some(({ severity }) => severity === 'error')) process.exit(2);

// Rules, a scenario and a seed make a world. It lives for as long as you say.
const world = createWorld(ruleset, setup, { seed: 3 });
advance(world, world.time + (setup.whole(lasts) ?? 0));

// What happened stands in its chronicle, each event with those that it happened because of.
const events = [...eventsOf(world)];
const say = eventSayer(world);
console.log(`${events.length} events until ${formatClock(world.time)}`);
for (const event of events) {
  if (event.entry.words.weight !== 'turn') continue;
  console.log(`${formatClock(event.time)}  ${say(event)}`);
  for (const { id, as } of event.because) console.log(`          ${as}: ${say(events[id - 1]!)}`);
}
