import { readFileSync } from 'node:fs';
import {
  Ruleset,
  advance,
  createWorld,
  defineSystem,
  entries,
  event,
  eventKind,
  eventsOf,
  group,
  lasts,
  nameIn,
  namedTable,
  person,
  place,
  reason,
  ref,
  role,
  rule,
  ruleset,
  state,
  systems,
} from '@anchorhold/engine';
import type { WordsFor } from '@anchorhold/engine';
import { formatClock, formatRemark, readScenario } from '@anchorhold/scenario';
import { eventSayer } from '@anchorhold/story';

// State: named things, so that events can be about them. All that can change about a dog stands in these columns.
const dog = namedTable('dog', { lies: ref(place), keeps: ref(group), lastHeard: event });

// What it adds to the scenario file.
const dogsInFile = entries('dogs', {
  at: nameIn('places', 'Where it lies.'),
  of: nameIn('groups', 'Whose it is.'),
});

// What can happen. Only `apply` changes the world: the dog remembers what it barked at, and those whom it guards wake.
const barked = eventKind('dogs/barked', {
  roles: { actor: role(dog), target: role(person), place: role(place) },
  apply: (world, { id, actor, target }) => {
    const dogs = world.of(dog);
    dogs.lastHeard.put(actor, world.of(state.position).by.at(target));
    const groups = world.of(state.member).group;
    const bodies = world.of(state.body);
    for (let who = 0; who < world.of(person).count; who++) {
      const asleep = bodies.awake.at(who) === 0;
      if (asleep && groups.at(who) === dogs.keeps.at(actor)) bodies.roused.add(who, 1, id);
    }
  },
});

// When it happens: somebody who is not of the house comes to where a dog lies. Their coming is the reason.
const bark = rule('dogs/bark', { phase: 'decide', at: ['second', 'minute'] }, (world, beat) => {
  const dogs = world.of(dog);
  const where = world.of(state.position);
  const groups = world.of(state.member).group;
  for (let row = 0; row < dogs.count; row++) {
    for (const who of beat.members) {
      const here = where.at.at(who) === dogs.lies.at(row);
      if (!here || groups.at(who) === dogs.keeps.at(row) || where.by.at(who) <= dogs.lastHeard.at(row)) continue;
      world.propose(barked, { actor: row, target: who, place: dogs.lies.at(row) }, [reason(where.by.at(who))]);
      break;
    }
  }
});

// How it is said: as a typed clause, which the story package puts into English.
const words: WordsFor<{ barked: typeof barked }> = {
  barked: {
    weight: 'turn',
    tell: () => ({
      verb: 'bark',
      subject: { role: 'actor' },
      complements: [
        { by: 'at', phrase: { role: 'target' } },
        { by: 'in', phrase: { role: 'place' } },
      ],
    }),
  },
};

const dogs = defineSystem({
  id: 'dogs',
  after: ['places'],
  tables: [dog],
  events: { barked },
  words,
  rules: [bark],
  scenario: [dogsInFile],
  build: (world, setup) => {
    for (const [key, { at, of }] of setup.entries(dogsInFile)) {
      const row = world.addNamed(dog, key, key);
      world.of(dog).lies.put(row, world.cast.mustRow(place, at));
      world.of(dog).keeps.put(row, world.cast.mustRow(group, of));
    }
  },
});

// Other rules have another hash: no saved world goes on under rules that it was not lived by.
const withDogs = new Ruleset([...systems, dogs], `${ruleset.hash} dogs 1`);

const farm = readFileSync('scenarios/farm-at-night.yaml', 'utf8');
const text = `${farm}\ndogs:\n  Bran: {at: orchard, of: Aldersyke}\n`;
const { setup, remarks } = readScenario(text, { file: 'farm with a dog', parts: withDogs.sections });
if (setup === null) throw new Error(remarks.map(formatRemark).join('\n'));

const world = createWorld(withDogs, setup, { seed: 3 });
advance(world, world.time + (setup.whole(lasts) ?? 0));

const events = [...eventsOf(world)];
const say = eventSayer(world);
for (const event of events) {
  const told = event.kind === 'dogs/barked' || event.because.some(({ id }) => events[id - 1]?.kind === 'dogs/barked');
  if (!told) continue;
  console.log(`${formatClock(event.time)}  ${say(event)}`);
  for (const { id, as } of event.because) console.log(`          ${as}: ${say(events[id - 1]!)}`);
}
